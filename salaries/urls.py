"""Addresses of the guide."""

from django.urls import path

from salaries import views

app_name = "salaries"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("<slug:part>/", views.part, name="part"),
]
