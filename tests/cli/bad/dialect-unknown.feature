# exit 1
Feature: A dialect that there is not

  @dialect:2019
  Scenario: Nobody spoke so
    Given the ticket "1"

  Scenario: Another one goes on
    Given the ticket "1"
