"""What other public sources say beside the guide: the BLS's wages by area, and posted and reported salaries."""
