import pytest
from spacy.tokens import Doc

from resumes.extraction.facts import Kind, SpecializationGuess
from resumes.extraction.lexicons import load
from resumes.extraction.specialization import SPECIALIZATIONS, find_specialization
from tests.resumes.extraction.laid_out import employ, laid_out

BODIES = {
    "computer-vision": "Trained object detection and segmentation models in OpenCV on camera images",
    "llm-genai": "Built RAG and AI agents on GPT-4 with LangChain and prompt engineering for LLMs",
    "nlp": "Built named entity recognition and sentiment analysis in spaCy for dialogue systems",
    "mlops": "Ran Kubeflow, MLflow and a feature store; model monitoring and model serving on Triton Server",
    "reinforcement-learning": "Trained PPO and DQN agents in MuJoCo with reinforcement learning and self-play",
    "generalist": "Forecast sales and churn with XGBoost and logistic regression; A/B testing of prices",
}


def judged(doc: Doc) -> SpecializationGuess:
    guess = find_specialization(doc)._.findings.specialization
    assert guess is not None
    return guess


def worker(body: str, kind: Kind = "ml", also: str = "Python, SQL") -> Doc:
    return employ(laid_out(("experience", f"Engineer\n{body}"), ("skills", also)), "Engineer", body, kind)


@pytest.mark.parametrize("specialization", SPECIALIZATIONS)
def test_the_work_decides(specialization: str) -> None:
    assert judged(worker(BODIES[specialization])).primary == specialization


@pytest.mark.parametrize(
    ("body", "specialization"),
    [
        ("Triaged chest X-rays with DenseNet and Grad-CAM; MONAI pipelines over DICOM archives", "computer-vision"),
        ("Trained acoustic models for speech recognition with Kaldi; counted phoneme errors", "nlp"),
        ("Trained locomotion policies with PPO; domain randomization for sim-to-real", "reinforcement-learning"),
        ("Served models on KServe with a feature store; model registry in MLflow", "mlops"),
    ],
)
def test_the_field_of_the_work_decides(body: str, specialization: str) -> None:
    assert judged(worker(body)).primary == specialization


def test_segments_of_customers_are_no_images() -> None:
    assert judged(worker("Customer segmentation with k-means and churn with XGBoost")).primary == "generalist"


def test_a_resume_without_clues_is_a_generalists() -> None:
    guess = judged(laid_out(("summary", "I like to solve problems")))
    assert (guess.primary, guess.scores["generalist"]) == ("generalist", 1.0)


def test_jobs_outweigh_a_list_of_skills() -> None:
    guess = judged(worker(BODIES["computer-vision"], also="NLP, spaCy, BERT, NLTK, Sentiment Analysis"))
    assert guess.primary == "computer-vision"


def test_the_latest_job_outweighs_an_older_one() -> None:
    new, old = BODIES["llm-genai"], BODIES["computer-vision"]
    doc = laid_out(("experience", f"Lead\n{new}\nIntern\n{old}"))
    employ(doc, "Lead", new)
    employ(doc, "Intern", old, years=("2015", "2016"))
    assert judged(doc).primary == "llm-genai"


def test_scores_add_up_to_one() -> None:
    assert sum(judged(worker(BODIES["nlp"])).scores.values()) == pytest.approx(1, abs=0.001)


def test_a_mixed_resume_is_not_sure_and_names_the_other() -> None:
    guess = judged(worker(f"{BODIES['computer-vision']}. {BODIES['nlp']}"))
    assert guess.confidence != "high"
    assert guess.could_also_be


def test_a_clear_resume_is_sure() -> None:
    guess = judged(worker(BODIES["computer-vision"], also="OpenCV, YOLO, Image Segmentation, Object Tracking"))
    assert guess.confidence == "high"


def test_the_evidence_quotes_what_decided() -> None:
    doc = worker(BODIES["nlp"])
    assert "spaCy" in {evidence.quote(doc.text) for evidence in judged(doc).evidence}


def test_llm_work_in_a_job_is_production() -> None:
    doc = find_specialization(worker(BODIES["llm-genai"]))
    assert "LangChain" in {evidence.quote(doc.text) for evidence in doc._.findings.llm_production}


@pytest.mark.parametrize("kind", ["internship", "academic"])
def test_llm_work_of_interns_and_students_is_not_production(kind: Kind) -> None:
    assert find_specialization(worker(BODIES["llm-genai"], kind))._.findings.llm_production == []


@pytest.mark.parametrize("section", ["projects", "skills", "courses", "summary"])
def test_llm_work_outside_of_jobs_is_not_production(section: str) -> None:
    doc = laid_out((section, BODIES["llm-genai"]))  # type: ignore[arg-type]
    assert find_specialization(doc)._.findings.llm_production == []


def test_other_ml_work_in_a_job_is_not_llm_production() -> None:
    assert find_specialization(worker(BODIES["computer-vision"]))._.findings.llm_production == []


def test_terms_are_lower_case_with_weights_up_to_one_for_known_specializations() -> None:
    terms = load("specializations")["terms"]
    assert set(terms) == set(SPECIALIZATIONS)
    assert all(term == term.lower() and 0 < weight <= 1 for part in terms.values() for term, weight in part.items())
