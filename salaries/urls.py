"""Addresses of the guide."""

from django.urls import path

from salaries import views
from salaries.beyond import views as beyond
from salaries.by_hand import views as by_hand
from salaries.downloads import views as downloads
from salaries.offer_page import views as offers

app_name = "salaries"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("estimate/", by_hand.by_hand, name="by_hand"),
    path("estimate/places/", by_hand.places, name="places"),
    path("offer/", offers.offer, name="offer"),
    path("areas/", beyond.areas, name="areas"),
    path("areas/<slug:slug>/", beyond.place, name="area"),
    path("market/", beyond.market_check, name="market"),
    path("edition.json", downloads.current, name="edition_data"),
    path("editions/<slug:name>.json", downloads.named, name="named_edition_data"),
    path("picture.png", downloads.picture, name="picture"),
    path("<slug:table>.csv", downloads.table, name="table"),
    path("<slug:part>/", views.part, name="part"),
]
