#!/bin/sh
# Writes a backup of the database named by DATABASE_URL to the file given: the guide, its history, accounts, lexicons.
# Resumes, what was read from them, sessions and log-in attempts stay out, so that a restore revives nobody's resume.
# A backup is restored into an empty database: pg_restore --no-owner --dbname=URL FILE
set -eu
exec pg_dump --format=custom --no-owner --file="$1" \
  --exclude-table-data=resumes_resume \
  --exclude-table-data=resumes_reading \
  --exclude-table-data=resumes_drawing \
  --exclude-table-data=resumes_pagepicture \
  --exclude-table-data=resumes_trial \
  --exclude-table-data=django_session \
  --exclude-table-data='axes_*' \
  "$DATABASE_URL"
