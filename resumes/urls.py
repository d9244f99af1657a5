"""Addresses of resumes."""

from django.urls import path

from resumes.views import (
    along,
    answers,
    choice,
    corrections,
    moves,
    offers,
    pictures,
    removal,
    roles,
    sharing,
    sheet,
    site,
    skills,
    uploads,
    what_if,
)

app_name = "resumes"
urlpatterns = [
    path("", uploads.home, name="home"),
    path("sample/", uploads.sample, name="sample"),
    path("privacy/", site.privacy, name="privacy"),
    path("resumes/", answers.own, name="list"),
    path("resumes/<uuid:pk>/", answers.detail, name="detail"),
    path("resumes/<uuid:pk>/corrections/", corrections.correct, name="correct"),
    path("resumes/<uuid:pk>/corrections/undo/", corrections.undo, name="undo"),
    path("resumes/<uuid:pk>/roles/<slug:key>/", roles.role, name="role"),
    path("resumes/<uuid:pk>/skills/", skills.change, name="skills"),
    path("resumes/<uuid:pk>/sheet/", sheet.sheet, name="sheet"),
    path("resumes/<uuid:pk>/sheet.txt", sheet.sheet_text, name="sheet_text"),
    path("resumes/<uuid:pk>/moves/", moves.moves, name="moves"),
    path("resumes/<uuid:pk>/what-if/", what_if.ask, name="what_if"),
    path("resumes/<uuid:pk>/offers/", offers.check, name="offers"),
    path("resumes/<uuid:pk>/offers/remove/", offers.remove, name="remove_offer"),
    path("skills/names/", skills.names, name="skill_names"),
    path("resumes/<uuid:pk>/edition/", choice.take, name="edition"),
    path("resumes/<uuid:pk>/pages/", pictures.pages, name="pages"),
    path("resumes/<uuid:pk>/pages/<int:page>.webp", pictures.picture, name="picture"),
    path("resumes/<uuid:pk>/export.json", along.download, name="download"),
    path("resumes/<uuid:pk>/resume.json", along.json_resume, name="json_resume"),
    path("resumes/<uuid:pk>/share/", sharing.share, name="share"),
    path("shared/<str:token>/", sharing.shared, name="shared"),
    path("resumes/<uuid:pk>/delete/", removal.delete, name="delete"),
]
