"""The same two jobs in every layout that resumes use."""

import pytest

from tests.resumes.extraction.histories import ENGINEER, SCIENTIST, listed

LAYOUTS = {
    "title and dates over the employer": """
EXPERIENCE
Data Scientist\tJul 2021 - Present
Norvane Ltd\tLeeds, UK
• Trained churn models on ten million rows
Data Engineer\tMar 2019 - Jun 2021
Brightloom\tOslo, Norway
• Moved nightly jobs to a queue
""",
    "employer and dates over the title": """
EXPERIENCE
Norvane Ltd\tJul 2021 - Present
Data Scientist\tLeeds, UK
• Trained churn models on ten million rows
Brightloom\tMar 2019 - Jun 2021
Data Engineer\tOslo, Norway
• Moved nightly jobs to a queue
""",
    "employer over the title and dates": """
EXPERIENCE
Norvane Ltd\tLeeds, UK
Data Scientist\tJul 2021 - Present
• Trained churn models on ten million rows
Brightloom\tOslo, Norway
Data Engineer\tMar 2019 - Jun 2021
• Moved nightly jobs to a queue
""",
    "all in one line": """
EXPERIENCE
Data Scientist, Norvane Ltd\tJul 2021 - Present
• Trained churn models on ten million rows
Data Engineer, Brightloom\tMar 2019 - Jun 2021
• Moved nightly jobs to a queue
""",
    "parted by bars": """
EXPERIENCE
Norvane Ltd | Data Scientist | Jul 2021 - Present
• Trained churn models on ten million rows
Brightloom | Data Engineer | Mar 2019 - Jun 2021
• Moved nightly jobs to a queue
""",
    "title at employer in brackets": """
EXPERIENCE
Data Scientist at Norvane Ltd (July 2021 – now)
• Trained churn models on ten million rows
Data Engineer at Brightloom (March 2019 – June 2021)
• Moved nightly jobs to a queue
""",
    "dates on a line above": """
EXPERIENCE
Jul 2021 - Present
Data Scientist
Norvane Ltd, Leeds
• Trained churn models on ten million rows

Mar 2019 - Jun 2021
Data Engineer
Brightloom, Oslo
• Moved nightly jobs to a queue
""",
    "dates on a line below": """
WORK EXPERIENCE

Data Scientist

Norvane Ltd - Leeds -

July 2021 to Present

• Trained churn models on ten million rows

Data Engineer

Brightloom - Oslo -

March 2019 to June 2021

• Moved nightly jobs to a queue
""",
    "a rail of dates": """
EXPERIENCE
Jul 2021 -\tNorvane Ltd, Data Scientist
Present\tTrained churn models on ten million rows.
Mar 2019 -\tBrightloom, Data Engineer
Jun 2021\tMoved nightly jobs to a queue.
""",
    "dates first in the line": """
EXPERIENCE
07/2021 – today\tData Scientist\tNorvane Ltd
• Trained churn models on ten million rows
03/2019 – 06/2021\tData Engineer\tBrightloom
• Moved nightly jobs to a queue
""",
    "entries without text under them": """
EXPERIENCE
Data Scientist, Norvane Ltd\tJul 2021 - Present
Data Engineer, Brightloom\tMar 2019 - Jun 2021
""",
    "entries that are bullets": """
EXPERIENCE
• Data Scientist, Norvane Ltd (Jul 2021 - Present)
• Data Engineer, Brightloom (Mar 2019 - Jun 2021)
""",
    "two lines without text under them": """
EXPERIENCE
Norvane Ltd\tLeeds, UK
Data Scientist\tJul 2021 - Present
Brightloom\tOslo, Norway
Data Engineer\tMar 2019 - Jun 2021
""",
    "prose under the head": """
EXPERIENCE
Data Scientist, Norvane Ltd\tJul 2021 - Present
Trained churn models on ten million rows and served them to the whole of the sales team.
Data Engineer, Brightloom\tMar 2019 - Jun 2021
Moved nightly jobs to a queue, so that nobody had to wait for the morning's figures.
""",
    "duration behind the dates": """
EXPERIENCE
Norvane Ltd
Data Scientist
July 2021 - Present (3 years 1 month)
• Trained churn models on ten million rows
Brightloom
Data Engineer
March 2019 - June 2021 (2 years 4 months)
• Moved nightly jobs to a queue
""",
    "dash between title and employer": """
EXPERIENCE
Norvane Ltd — Data Scientist\tJul 2021 - Present
• Trained churn models on ten million rows
Brightloom — Data Engineer\tMar 2019 - Jun 2021
• Moved nightly jobs to a queue
""",
    "place between employer and dates": """
EXPERIENCE
Data Scientist
Norvane Ltd, Leeds, UK, Jul 2021 - Present
• Trained churn models on ten million rows
Data Engineer
Brightloom, Oslo, Norway, Mar 2019 - Jun 2021
• Moved nightly jobs to a queue
""",
    "a profile's export": """
Experience
Norvane Ltd
Data Scientist
July 2021 - Present (3 years 1 month)
Leeds, England, United Kingdom
Training churn models on ten million rows.

Brightloom
2 years 4 months
Data Engineer
March 2019 - June 2021 (2 years 4 months)
Oslo, Norway
""",
    "dates and place over title and employer": """
WORK EXPERIENCE
07/2021 – CURRENT – Leeds, United Kingdom
Data Scientist – Norvane Ltd
Trained churn models on ten million rows.
03/2019 – 06/2021 – Oslo, Norway
Data Engineer – Brightloom
Moved nightly jobs to a queue.
""",
    "a form filled in": """
EXPERIENCE
Company: Norvane Ltd
Designation: Data Scientist
Duration: Jul 2021 - Present
• Trained churn models on ten million rows

Company: Brightloom
Designation: Data Engineer
Duration: Mar 2019 - Jun 2021
• Moved nightly jobs to a queue
""",
    "a table": """
EXPERIENCE
Data Scientist	Norvane Ltd	Leeds	Jul 2021 - Present
Data Engineer	Brightloom	Oslo	Mar 2019 - Jun 2021
""",
    "sentences for heads": """
EXPERIENCE
Jul 2021 - Present: Data Scientist at Norvane Ltd, Leeds
• Trained churn models on ten million rows
Mar 2019 - Jun 2021: Data Engineer at Brightloom, Oslo
• Moved nightly jobs to a queue
""",
    "titles in bullets": """
EXPERIENCE
Norvane Ltd, Leeds	Jul 2021 - Present
• Data Scientist
• Trained churn models on ten million rows
Brightloom, Oslo	Mar 2019 - Jun 2021
• Data Engineer
• Moved nightly jobs to a queue
""",
    "no heading at all": """
Data Scientist, Norvane Ltd	Jul 2021 - Present
• Trained churn models on ten million rows
Data Engineer, Brightloom	Mar 2019 - Jun 2021
• Moved nightly jobs to a queue
""",
    "a summary that holds the jobs": """
CAREER SUMMARY
Data Scientist, Norvane Ltd	Jul 2021 - Present
Data Engineer, Brightloom	Mar 2019 - Jun 2021
""",
    "dates before the place": """
EXPERIENCE
Data Scientist, Norvane Ltd
Jul 2021 - Present | Leeds, UK
• Trained churn models on ten million rows
Data Engineer, Brightloom
Mar 2019 - Jun 2021 | Oslo, Norway
• Moved nightly jobs to a queue
""",
}


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=list(LAYOUTS))
def test_two_jobs_in_any_layout(text: str) -> None:
    assert listed(text) == [SCIENTIST, ENGINEER]
