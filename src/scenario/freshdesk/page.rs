//! The pages of a vendor's app on Freshdesk.

use crate::extension::js::{Limits, Program, Sandbox};
use crate::extension::{Opening, Place, Subject};
use crate::host::desk::Widget;
use crate::host::{Host, WidgetId};
use crate::record::{Finding, Severity};
use crate::scenario::{AppPageSubject, AppSubject, Scenario};
use crate::stage::Factory;
use serde_json::json;
use std::sync::Arc;

impl Scenario {
    /// Pages live where the manifest places them; those of an app's next version take the place of what they were.
    pub(super) fn stage_pages(&mut self, name: &str, app: &AppSubject) {
        for page in &app.pages {
            self.stage_page(name, page);
        }
    }

    /// One that cannot be run keeps nothing else of its app from being run.
    fn stage_page(&mut self, name: &str, page: &AppPageSubject) {
        let location = page.location.as_str();
        let program = match &page.program {
            Ok(program) if self.catalog.location(location).is_some() => program,
            Ok(_) => {
                let text = format!("no place of Freshdesk's is called {location} here");
                return self.not_run(name, page, &page.place, &text, "name one of `deskspec explain FD-14`");
            }
            Err(errors) => return errors.iter().for_each(|error| self.not_run(name, page, &error.at, &error.text, &error.edit)),
        };
        let make = self.app_pages(name, location)(Arc::clone(program));
        let mut known =
            self.stage.host().widgets().into_iter().filter(|(_, widget)| widget.extension == name && widget.location == location);
        match known.next().map(|(id, _)| id) {
            Some(known) => self.stage.recast(known, make),
            None => drop(self.stage.install(Widget::of_package(name, location, location, &page.url), make)),
        }
    }

    /// Modal boxes and dialogs of an app are pages of its own.
    pub(super) fn serve_app_modals(&mut self, name: &str, from: Option<&str>) {
        let (setup, app, from) = (Arc::clone(&self.setup), name.to_owned(), from.map(str::to_owned));
        let page = self.app_pages(name, crate::catalog::MODAL);
        let pages = move |url: &str| setup.packages.app_modal(&app, from.as_deref(), url).map(&page);
        self.stage.serve_modals(name, Box::new(pages));
    }

    /// Brings pages of an app to life, each time anew.
    fn app_pages(&self, name: &str, location: &str) -> impl Fn(Arc<Program>) -> Factory + use<> {
        let opening = Opening { location: location.to_owned(), ..self.opening_of(name) };
        move |program| {
            let opening = opening.clone();
            Box::new(move |id: WidgetId, host: Host<'_>| -> Box<dyn Subject> {
                let app = json!({"domain": host.freshdesk().account().domain});
                Box::new(Sandbox::new(Arc::clone(&program), Opening { widget: id, app, ..opening.clone() }, Limits::default()))
            })
        }
    }

    fn not_run(&mut self, name: &str, page: &AppPageSubject, at: &Place, text: &str, edit: &str) {
        self.stage.note(Finding {
            severity: Severity::Note,
            rule: None,
            extension: name.to_owned(),
            location: page.location.clone(),
            text: format!("the page {} is not run: {text}", page.url),
            help: Some(edit.to_owned()),
            at: Some(at.clone()),
        });
    }
}
