use super::Answer;
use crate::host::{ServiceAnswer, ServiceCall};

/// A third party that the feature plays.
#[derive(Debug, Clone, PartialEq)]
pub struct Service {
    /// `GET`, `POST` …; `None` is any.
    pub method: Option<String>,
    /// The URL without its query, or with exactly the query that is meant.
    pub url: String,
    /// The answer.
    pub answer: Answer,
}

/// All third parties of a scenario. Of several that fit a request, the one that was said last answers.
#[derive(Debug, Clone, Default)]
pub struct Services(Vec<Service>);

impl Services {
    /// Adds one.
    pub fn add(&mut self, service: Service) {
        self.0.push(service);
    }

    /// Who answers this request: the answer with its delay, `None` for never.
    ///
    /// # Errors
    /// Nobody does: says so, and names the URL nearest to it.
    pub fn answer(&self, call: &ServiceCall) -> Result<Option<ServiceAnswer>, String> {
        let path = call.url.split('?').next().unwrap_or_default();
        let fits = |service: &&Service| {
            service.method.as_ref().is_none_or(|method| *method == call.method) && (service.url == call.url || service.url == path)
        };
        match self.0.iter().rev().find(fits).map(|service| &service.answer) {
            Some(answer) => answer.clone().transpose(),
            None => {
                let near = crate::spelling::nearest(path, self.0.iter().map(|service| service.url.as_str()));
                let near = near.map(|near| format!(" (the nearest service is \"{near}\")")).unwrap_or_default();
                Err(format!("no service answers {} {}{near}", call.method, call.url))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Map, Value, json};

    fn call(method: &str, url: &str) -> ServiceCall {
        ServiceCall { method: method.into(), url: url.into(), headers: Map::new(), body: Value::Null, json: false }
    }

    #[test]
    fn the_last_service_that_fits_answers() {
        let mut services = Services::default();
        let answer = |body| Some(Ok(ServiceAnswer::new(200, body)));
        services.add(Service { method: None, url: "https://a.example/x".into(), answer: answer(json!(1)) });
        services.add(Service { method: Some("POST".into()), url: "https://a.example/x".into(), answer: answer(json!(2)) });
        services.add(Service { method: None, url: "https://a.example/x?page=2".into(), answer: None });
        let body = |call| services.answer(&call).map(|answer| answer.map(|answer| answer.body));
        assert_eq!(body(call("GET", "https://a.example/x?page=1")), Ok(Some(json!(1))));
        assert_eq!(body(call("POST", "https://a.example/x")), Ok(Some(json!(2))));
        assert_eq!(body(call("GET", "https://a.example/x?page=2")), Ok(None));
        let nobody = body(call("GET", "https://a.example/y")).unwrap_err();
        assert_eq!(nobody, "no service answers GET https://a.example/y (the nearest service is \"https://a.example/x\")");
    }
}
