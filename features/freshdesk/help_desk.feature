Feature: A scenario says which help desk it is about

  Zoho Desk is meant where nothing is said. What is the same on both hosts is said in the same words.

  Background:
    Given the help desk is Freshdesk

  Scenario: Time is virtual on Freshdesk, too
    Given it is "2026-01-05T09:00:00Z"
    When 5 minutes pass
