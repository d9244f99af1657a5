"""Addresses of the guide."""

from django.urls import path

from salaries import views
from salaries.by_hand import views as by_hand

app_name = "salaries"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("estimate/", by_hand.by_hand, name="by_hand"),
    path("estimate/places/", by_hand.places, name="places"),
    path("<slug:part>/", views.part, name="part"),
]
