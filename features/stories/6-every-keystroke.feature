Feature: Story 6: every keystroke
  While a customer form is filled in, every keystroke in the e-mail field reaches the form's panel with old and new value.

  @EVT-12
  Scenario Outline: The e-mail field of the form for a new <module>
    Given the extension "crm" at "desk.<module>.form.rightpanel"
    When the agent goes to the form for a new <module>
    And the agent picks "crm" at "desk.<module>.form.rightpanel"
    And the agent types "kim@z" into the field "email"
    Then "crm" at "desk.<module>.form.rightpanel" hears the field "email" change in this order
      |      | k     |
      | k    | ki    |
      | ki   | kim   |
      | kim  | kim@  |
      | kim@ | kim@z |

    Examples:
      | module  |
      | ticket  |
      | contact |
      | account |

  @EVT-12 @EVT-28
  Scenario: Field by field, as the agent fills them in
    Given the extension "crm" at "desk.contact.form.rightpanel"
    When the agent goes to the form for a new contact
    And the agent picks "crm" at "desk.contact.form.rightpanel"
    And the agent types "x" into the field "email"
    And the agent fills in the form with
      | lastName | Li |
      | email    | li |
    Then "crm" at "desk.contact.form.rightpanel" receives in this order
      | contactForm_lastName.changed |
      | contactForm_lastName.changed |
      | contactForm_email.changed    |
      | contactForm_email.changed    |
      | contactForm_email.changed    |
    And "crm" at "desk.contact.form.rightpanel" hears the field "email" change in this order
      | x |    |
      |   | l  |
      | l | li |
