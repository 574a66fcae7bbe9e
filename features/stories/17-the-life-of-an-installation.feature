Feature: Story 17: the life of an installation
  An extension is installed, authorised, configured with a secret, and removed: the callbacks that it declares come in that order, and the
  secret is in none of them.

  @PCB-01 @PCB-02
  Scenario: Installed, authorised, configured with a secret, and removed
    When the administrator installs the extension "tracker" from "extensions/tracker"
    Then the callback onInstall of "tracker" is called once
    When the administrator authorises the extension "tracker" in Desk
    And the agent sets the param "token" of the extension "tracker" to "4711-secret"
    And the administrator uninstalls the extension "tracker"
    Then the callbacks of "tracker" come in this order
      | onInstall        |
      | onZohoAuthorise  |
      | onConfigParamAdd |
      | onUninstall      |
    And no callback of "tracker" carries "4711-secret"

  @PCB-02
  Scenario: Only what the extension declares is called
    Given the extension "crm" declares the callback onInstall
    And the extension "crm" declares the callback onUninstall
    When the administrator installs the extension "crm" at "desk.background"
    And the administrator authorises the extension "crm" in Desk
    And the administrator updates the extension "crm"
    And the administrator uninstalls the extension "crm"
    Then the callbacks of "crm" come in this order
      | onInstall   |
      | onUninstall |
