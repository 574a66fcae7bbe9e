Feature: What a widget is told of itself when it registers
  The package "polyglot" has texts in English and in French, and says what its App holds.

  Background:
    Given the ticket "26811000000760569"
    And the customer wrote "It does not charge" to the ticket "26811000000760569"
    And the extension "polyglot" from "extensions/polyglot"

  @SDK-01
  Scenario Outline: Its texts are those of the agent's language, and English ones where it has none
    Given the agent's language is "<language>"
    And the agent has the ticket "26811000000760569" open
    When the agent picks "polyglot" at "desk.ticket.detail.rightpanel"
    Then the extension "polyglot" logs "<greeting> from desk.ticket.detail.rightpanel in <language>"
    And the extension "polyglot" logs "<parting> from US, https://desk.zoho.com"
    And the extension "polyglot" logs "is none of the others"

    Examples:
      | language | greeting | parting   |
      | en       | Hello    | Good-bye  |
      | fr       | Bonjour  | Au revoir |
      | de       | Hello    | Good-bye  |

  @SDK-01
  Scenario: It knows how the user interface looks to the agent
    Given the agent has the ticket "26811000000760569" open
    When the agent sets the preferences with
      | theme | green |
    And the agent picks "polyglot" at "desk.ticket.detail.rightpanel"
    Then the extension "polyglot" logs "theme green, thread undefined"

  @SDK-01 @LOC-09
  Scenario: A widget in a thread's menu knows its thread
    Given the agent has the ticket "26811000000760569" open
    When the agent picks "polyglot" on the thread "It does not charge"
    Then the extension "polyglot" logs "theme undefined, thread 26811000000900001"
