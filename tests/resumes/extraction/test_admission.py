import pytest

from resumes.extraction import admission
from resumes.extraction.language import is_english
from resumes.reading.errors import NotAResume
from tests.resumes.extraction.typed import found

NOVEL = """
Chapter One
It was a cold morning in April 1932, and the clocks of the harbour were striking nine. Margaret slipped quickly
through the doors of the old boarding house. "You are late," said the landlady. Since 1928 she had run it alone.
He had worked for the railway from 1919 to 1925 and after that for nobody. In May 1926 he went to Paris.
"""
INVOICE = """
INVOICE
Invoice Number: 20391
Bill to: Harbor Tools Ltd, 12 Dock Street, Boston, MA 02110
accounts@harbortools.example
Consulting, Python\tQuantity 10\tUnit Price 150.00
Subtotal 1500.00
Payment terms: 30 days
"""
ADVERTISEMENT = """
Senior Machine Learning Engineer
About us
We are looking for an engineer who loves data.
Responsibilities
You will deploy models with Python, PyTorch, Kubernetes, Docker and AWS
Requirements
5+ years of experience in machine learning
Bachelor's degree in Computer Science
Benefits
Competitive salary, paid time off. We are an equal opportunity employer.
Apply now: jobs@northlight.example
"""
FORM = """
Employment Application Form
First name: ____________ Last name: ____________
Education
School: ________ Degree: ________ Year: ____
Work Experience
Employer: ___________ From: ____ To: ____
Signature: ______________
"""
PAPER = """
Sparse Gates for Time Series
ana@some.example
Abstract
In this paper we propose a sparse gate for recurrent neural networks.
1 Introduction
Deep learning, LSTM, CNN and PyTorch models have grown (Example et al., 2019).
2 Related Work
Attention was studied. Table 1 shows results.
References
"""
LETTER = """
Ana Example
Denver, CO | ana@mail.example
Dear Hiring Manager,
I am writing to apply. Since 2020 I have built models with Python, PyTorch, SQL, Docker and AWS.
I hold a Master of Science in Computer Science.
Sincerely,
Ana Example
"""
TEMPLATE = """
YOUR NAME
123 Street Address, City | (555) 555-0100 | email@example.com
Experience
Job Title, Company Name\tMonth 20XX - Present
Lorem ipsum dolor sit amet, consectetur adipiscing elit
Education
Degree, 20XX
Skills
Skill one, skill two
"""
SYLLABUS = """
CS 410: Machine Learning, Hill College, Autumn 2023
Instructor: Ana Example, ana@hill.example   Office hours: Tuesday
Prerequisites
Python, linear algebra
Grading
Homework 40 %, midterm 20 %, final project 40 %
Week 1\tSep 27\tLinear regression, scikit-learn
Week 2\tOct 4\tNeural networks in PyTorch and TensorFlow
"""
PROFILE = """
Tulip Analytics
About us
Tulip Analytics was founded in 2012. Our team of 80 data scientists works with Python, PyTorch, SQL, Spark and AWS.
Our services
Consulting
Our clients
Spade Bank
hello@tulip.example
"""
ROSTER = """
Team 2024
Ana Example\tMachine Learning Engineer\tana@tulip.example\tMarch 2021
Jo Example\tData Scientist\tjo@tulip.example\tJune 2018
Ravi Example\tSoftware Engineer\travi@tulip.example\tJuly 2015
Lena Example\tData Engineer\tlena@tulip.example\tApril 2020
Bo Example\tData Engineer\tbo@tulip.example\tMay 2020
"""
PROSE = """
Ana Example is a machine learning engineer in Denver. Since March 2021 she has worked at Tulip Analytics, where she
trains PyTorch models with Kubernetes and Docker. Before that she built reports in Python and SQL at Spade Bank.
She studied mathematics. Write to ana@mail.example.
"""
TEACHER = """
Ana Example
ana@hill.example
Employment
Lecturer in Computer Science, Hill College, 2014 - present
Wrote the syllabus, homework, midterm and final exam of CS 410; held office hours; set the grading
Education
Ph.D. in Computer Science, 2013
"""
RECRUITER = """
Lee Example
lee@mail.example
Experience
Recruiter, Spade Bank, 2020 - present
Wrote advertisements ("we are looking for", "you will", "nice to have") and a model that ranks them
Education
BA, 2014
"""
STUDENT = "Lena Example\nEducation\nBSc Mathematics, 2024\nSkills\nPython, R\n"
BEGINNER = "Ravi Example\nravi@mail.example\nEducation\nHill College, 2023 - 2027\nProjects\nDigit reader in NumPy\n"
PLAIN = "Jo Example\nData Scientist, Acme Robotics, 2019 - present\nBuilt models in Python.\njo@mail.example\n"

GERMAN = """
Berufserfahrung: Seit 2019 Entwicklerin für maschinelles Lernen bei der Beispiel GmbH. Ich entwickle Modelle für die
Vorhersage von Nachfrage und betreibe sie auf dem Cluster. Von 2016 bis 2019 Analystin, zuständig für Berichte und die
Pflege der Daten sowie für die Schulung von Kollegen.
"""
FRENCH = """
Depuis 2019 je développe des modèles pour la prévision de la demande dans une équipe de cinq personnes, avec Python.
Les modèles sont déployés par notre équipe. Formation: master en informatique. Compétences: analyse des données et
communication avec les clients.
"""
SPANISH = """
Ingeniero con experiencia en el desarrollo de modelos para la predicción de la demanda. Desde 2019 trabajo en una
empresa donde construyo los modelos con Python y los despliego en la nube. Habilidades: análisis de datos y
comunicación con los clientes y las áreas de negocio.
"""
POLISH = """
Marzec 2021 - obecnie: inżynier uczenia maszynowego. Trenowanie modeli PyTorch do sterowania wózkami w magazynach oraz
budowa platformy danych na Kubernetes dla dwunastu zespołów. Czerwiec 2018 - luty 2021: analityk danych.
"""
SHORT_SPANISH = """
Experiencia
2019 - actual: Spade Bank, Data Scientist. Modelos de fraude con Python y SQL para el equipo de riesgos.
"""
CHINESE = "简历 北京 机器学习工程师 工作经历 在某公司担任算法工程师 使用 Python 开发模型 教育背景 硕士"
ENGLISH = (
    "Built the models that the team uses for planning, with data from a warehouse, and shipped them to production."
)


@pytest.mark.parametrize(
    "text", [NOVEL, INVOICE, ADVERTISEMENT, FORM, PAPER, LETTER, TEMPLATE, SYLLABUS, PROFILE, ROSTER]
)
def test_other_documents_are_turned_away(text):
    with pytest.raises(NotAResume):
        admission.check(found(text))


@pytest.mark.parametrize("text", [STUDENT, BEGINNER, PLAIN, PROSE, TEACHER, RECRUITER])
def test_short_resumes_pass(text):
    admission.check(found(text))


def test_a_resume_that_quotes_a_paper_is_none():
    assert admission.other_kinds("Sparse gates. A. Example et al., 2020. Related work on baselines.") == ()


@pytest.mark.parametrize("text", [GERMAN, FRENCH, SPANISH, POLISH, SHORT_SPANISH, CHINESE])
def test_other_languages_are_told(text):
    assert not is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "Python, SQL, Docker",
        "",
        f"{ENGLISH} Spoken: Deutsch, Español. Universidad de los Andes, École de la Loire, Rio de Janeiro",
        f"{ENGLISH} Native name: 张伟",
        "Experience\nVerein der Freunde und Förderer des Museums für Kunst und Gewerbe\nInstitut für Technik und "
        "Chemie der Universität\nModels of the visitors for the museum, with data from the "
        "shop\nEducation\nZur Theorie der Netze und ihrer Anwendung in der "
        "Medizin",
        f"Experience\n{ENGLISH}\nThe second half says the same for the reader in German\nEducation\n{GERMAN}",
    ],
)
def test_english_lists_and_foreign_names_pass(text):
    assert is_english(text)
