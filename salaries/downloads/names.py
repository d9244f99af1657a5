"""The tables that can be taken away, by the name in their address: the guide's, then those of other public sources."""

TABLES: dict[str, str] = {
    "overview": "ML engineers beside the counted occupations",
    "percentiles": "national percentiles",
    "tiers": "experience tiers",
    "states": "states",
    "metros": "metropolitan areas",
    "specializations": "specializations",
    "compensation": "total compensation",
    "benefits": "benefits",
    "negotiation": "what can be asked for",
    "career": "the ladder",
    "growth": "growth",
    "method": "the method's figures",
    "areas": "all places, by the BLS",
    "market": "market check",
}
"""Name = what the table holds, within a sentence."""
