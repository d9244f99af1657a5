import pytest

from resumes.extraction.achievements import find_achievements
from resumes.extraction.facts import Achievement, Evidence, Role
from resumes.extraction.findings import SectionName
from tests.resumes.extraction.laid_out import laid_out


def found(text: str, section: SectionName = "experience") -> list[Achievement]:
    achievements: list[Achievement] = find_achievements(laid_out((section, text)))._.findings.achievements
    return achievements


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("• Reduced inference latency from 120 ms to 35 ms", "metric"),
        ("• Raised click-through by 12 % with a new ranking model", "metric"),
        ("• Saved $2M a year by moving to smaller instances", "metric"),
        ("• Reached an F1-score of 0.91 on the product catalog", "metric"),
        ("• Made training 3x faster on the same hardware", "metric"),
        ("• Served recommendations to 40 million users daily", "scale"),
        ("• Trained a language model on 256 GPUs over two weeks", "scale"),
        ("• Deployed the model behind a REST service", "production"),
        ("• Put the fraud model into production with the payments team", "production"),
        ("• Published the method at NeurIPS with two colleagues", "research"),
        ("• Won first place in a national data competition", "research"),
    ],
)
def test_an_achievement_is_found_with_its_reason(line: str, reason: str) -> None:
    (achievement,) = found(line)
    assert reason in achievement.reasons


@pytest.mark.parametrize(
    "line",
    [
        "• Responsible for the maintenance of several services",
        "• Worked with Python, SQL and Docker since January 2019",
        "• Attended weekly meetings and wrote documentation",
        "• Led the weekly meetings of the department for a while",
        "• Reviewer for NeurIPS 2022 and ICML 2023 workshops",
        "• Technologies: Python 3.8, production databases, A/B testing",
    ],
)
def test_a_duty_is_no_achievement(line: str) -> None:
    assert found(line) == []


def test_more_reasons_rank_higher() -> None:
    lines = "• Deployed a model behind a service\n• Led a team of 4 that deployed it to 2 million users, saving 30%"
    best, other = found(lines)
    assert best.score > other.score
    assert {"metric", "scale", "production", "ownership"} <= set(best.reasons)


def test_equal_scores_keep_the_order_of_the_text() -> None:
    first, second = found("• Cut costs by 10% within a year\n• Cut the delay by 20% within a year")
    assert first.evidence < second.evidence


def test_a_bullet_takes_the_lines_that_carry_it_on() -> None:
    doc = find_achievements(laid_out(("experience", "• Cut the cost of training\nby 40% in one quarter\n• Other work")))
    (achievement,) = doc._.findings.achievements
    assert achievement.evidence.quote(doc.text).endswith("in one quarter")


def test_the_head_of_a_role_is_no_achievement() -> None:
    doc = laid_out(("experience", "Senior Engineer, Million Users of Things, 2019 to 2021"))
    doc._.findings.roles.append(Role("Senior Engineer", None, None, None, "ml", "high", (Evidence(0, 15),)))
    assert find_achievements(doc)._.findings.achievements == []


@pytest.mark.parametrize("section", ["education", "skills", "courses", "volunteering"])
def test_other_sections_tell_of_no_achievements(section: SectionName) -> None:
    assert found("• Reduced inference latency by 40 % for all users", section) == []


def test_scores_lie_between_nought_and_one() -> None:
    everything = "• Led a team of 5, deployed to 9 million users, cut costs by 50%, published at ICML and won a prize"
    (achievement,) = found(everything)
    assert 0 < achievement.score <= 1


def test_a_page_of_achievements_is_cut_to_the_best() -> None:
    assert len(found("\n".join(f"• Cut the cost of service {n} by {n}% in a year" for n in range(10, 40)))) == 12


def test_capitals_do_not_hide_an_achievement() -> None:
    (best,) = found("• CUT LATENCY OF THE SEARCH SERVICE BY 40%, SERVING 3M USERS")
    assert "metric" in best.reasons


def test_a_list_of_papers_does_not_hide_the_work() -> None:
    papers = "\n".join(f"• A study of things that are small, ICML {year}" for year in range(2010, 2024))
    reasons = [one.reasons for one in found(f"{papers}\n• Cut costs by 12% within a year", "publications")]
    assert reasons.count(("research",)) == 3
    assert ("metric",) in reasons
