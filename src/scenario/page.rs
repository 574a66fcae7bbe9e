//! The pages of real packages, as the agent uses them.

use super::scenario::Failed;
use super::{Outcome, Scenario};
use crate::extension::{Gesture, Look, NotDone};
use crate::host::WidgetId;
use crate::record::{Failure, Fault};
use crate::spelling::nearest;

impl Scenario {
    /// The agent clicks the one element that a selector means.
    pub fn click_on_page(&mut self, extension: &str, selector: &str) -> Outcome {
        self.operate(extension, &Gesture::Click { selector: selector.to_owned() }, format!("clicks \"{selector}\""))
    }

    /// The agent types a text into a field, in the place of what it held, and leaves the field.
    pub fn type_on_page(&mut self, extension: &str, selector: &str, text: &str) -> Outcome {
        let gesture = Gesture::Type { selector: selector.to_owned(), text: text.to_owned() };
        self.operate(extension, &gesture, format!("types \"{text}\" into \"{selector}\""))
    }

    /// The agent chooses an option of a list.
    pub fn choose_on_page(&mut self, extension: &str, selector: &str, option: &str) -> Outcome {
        let gesture = Gesture::Choose { selector: selector.to_owned(), option: option.to_owned() };
        self.operate(extension, &gesture, format!("chooses \"{option}\" in \"{selector}\""))
    }

    fn operate(&mut self, extension: &str, gesture: &Gesture, told: String) -> Outcome {
        let selector = gesture.selector();
        let seen = self.looks(extension, Some(selector))?;
        let mut showing = seen.iter().filter(|(_, look)| !look.texts.is_empty()).map(|(widget, _)| *widget);
        let (Some(widget), another) = (showing.next(), showing.next()) else { return self.nothing_fits(extension, selector, &seen) };
        let name = self.stage.host().name_of(widget);
        if let Some(another) = another {
            let other = self.stage.host().name_of(another);
            return self
                .wrong(format!("\"{selector}\" is on the pages of {name} and {other}"), "name an element that only one of them has");
        }
        match self.stage.operate(widget, format!("{told} on the page of {name}"), gesture) {
            Ok(()) => Ok(()),
            Err(why) => self.not_done(extension, selector, &why),
        }
    }

    /// What an extension's page shows where a selector says, or anywhere.
    pub fn expect_shown(&mut self, extension: &str, text: &str, selector: Option<&str>) -> Outcome {
        let seen = self.looks(extension, selector)?;
        let texts: Vec<_> = seen.iter().flat_map(|(_, look)| &look.texts).collect();
        let holds = texts.iter().any(|shown| if selector.is_some() { **shown == text } else { shown.contains(text) });
        match selector {
            Some(selector) if texts.is_empty() => self.nothing_fits(extension, selector, &seen),
            Some(selector) => {
                self.expect(holds, || format!("the page of \"{extension}\" shows {texts:?} in \"{selector}\", not \"{text}\""))
            }
            None => self.expect(holds, || format!("the page of \"{extension}\" shows {texts:?}, nothing with \"{text}\"")),
        }
    }

    /// No page of an extension shows this text anywhere.
    pub fn expect_not_shown(&mut self, extension: &str, text: &str) -> Outcome {
        let seen = self.looks(extension, None)?;
        let found = seen.iter().flat_map(|(_, look)| &look.texts).find(|shown| shown.contains(text)).cloned();
        self.expect(found.is_none(), || format!("the page of \"{extension}\" shows {:?}", found.unwrap_or_default()))
    }

    /// What the live pages of an extension show.
    fn looks(&mut self, extension: &str, selector: Option<&str>) -> Result<Vec<(WidgetId, Look)>, Failed> {
        let widgets = self.widgets_of(extension)?;
        let alive: Vec<_> = widgets.into_iter().filter(|widget| self.is_alive(*widget)).collect();
        let mut seen = Vec::new();
        for widget in alive {
            match self.stage.look(widget, selector) {
                Ok(look) => seen.push((widget, look)),
                Err(NotDone::NoPage) => {}
                Err(why) => return self.not_done(extension, selector.unwrap_or_default(), &why).map(|()| seen),
            }
        }
        if seen.is_empty() {
            let help = "install a real package (`the extension \"…\" from \"…\"`), and open its widget (`the agent picks \"…\" at \"…\"`)";
            return self.wrong(format!("no page of \"{extension}\" is open"), help);
        }
        Ok(seen)
    }

    /// No element that can be seen is what a selector means.
    fn nothing_fits(&mut self, extension: &str, selector: &str, seen: &[(WidgetId, Look)]) -> Outcome {
        let hidden: u64 = seen.iter().map(|(_, look)| look.hidden).sum();
        if hidden > 0 {
            let hidden = Failure::new(Fault::Unmet, format!("\"{selector}\" is hidden on the page of \"{extension}\""));
            return self.fail(hidden.help("do before what shows it, or name another element"));
        }
        let ids: Vec<_> = seen.iter().flat_map(|(_, look)| &look.ids).map(|id| format!("#{id}")).collect();
        let near = nearest(selector, ids.iter().map(String::as_str));
        let help = near.map_or_else(|| "name an element by a CSS selector".to_owned(), |near| format!("did you mean \"{near}\"?"));
        self.fail(Failure::new(Fault::Unmet, format!("nothing is \"{selector}\" on the page of \"{extension}\"")).help(help))
    }

    fn not_done(&mut self, extension: &str, selector: &str, why: &NotDone) -> Outcome {
        match why {
            NotDone::BadSelector(why) => self.wrong(why.to_lowercase(), "write a CSS selector such as \"#save\" or \"form button\""),
            NotDone::Many(count) => {
                let title = format!("\"{selector}\" is {count} elements on the page of \"{extension}\"");
                self.wrong(title, "name one of them, such as \"li:first-child\"")
            }
            NotDone::NoField => self.wrong(format!("\"{selector}\" is no field to type into"), "name a text field, or click it"),
            NotDone::NoList => self.wrong(format!("\"{selector}\" is no list to choose from"), "name a <select>, or click it"),
            NotDone::NoOption(options) => {
                let title = format!("\"{selector}\" on the page of \"{extension}\" has no such option");
                self.fail(Failure::new(Fault::Unmet, title).help(format!("choose one of {options:?}")))
            }
            NotDone::Disabled => {
                let title = format!("\"{selector}\" is disabled on the page of \"{extension}\"");
                self.fail(Failure::new(Fault::Unmet, title).help("do before what makes it ready, or name another element"))
            }
            NotDone::Nothing | NotDone::NoPage => self.unmet(format!("nothing is \"{selector}\" on the page of \"{extension}\"")),
        }
    }
}
