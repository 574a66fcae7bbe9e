//! `--endpoint` and `--listen`: the vendor's real servers.

use super::args::{RunArgs, Seconds};
use super::complain::complain;
use super::prepare::Stop;
use crate::extension::endpoint::{Endpoint, Network, listening};
use crate::run::Options;
use crate::scenario::Setup;

/// Opens the network for the servers that were named; where none is, there is none.
pub(super) fn network(args: &RunArgs) -> Result<Option<Network>, Stop> {
    let endpoints = endpoints(&args.endpoint)?;
    let address = listening(args.listen.as_deref()).map_err(|why| Stop::Usage(format!("--listen {why}")))?;
    if endpoints.is_empty() {
        return match &args.listen {
            None => Ok(None),
            Some(listen) => Err(Stop::Usage(format!(
                "--listen {listen} is for real servers, and none is named: write --endpoint NAME=http://127.0.0.1:8080 beside it"
            ))),
        };
    }
    if args.dry_run == Some(true) {
        return Ok(None);
    }
    let patience = args.step_timeout.map_or(Options::default().step_timeout, |Seconds(time)| time);
    let network = Network::open(endpoints, address, patience).map_err(|why| {
        Stop::Usage(format!("--listen {address} cannot be had: {why}: write another address, or 127.0.0.1:0 for a free port"))
    })?;
    complain(format_args!("Desk listens at http://{}", network.address()));
    if !network.address().ip().is_loopback() {
        complain(
            "warning: that is beyond this machine: whoever reaches it can ask Desk; write --listen 127.0.0.1:0 to keep it to yourself",
        );
    }
    Ok(Some(network))
}

fn endpoints(said: &[String]) -> Result<Vec<Endpoint>, Stop> {
    let mut endpoints: Vec<Endpoint> = Vec::new();
    for said in said {
        let endpoint: Endpoint = said.parse().map_err(|why| Stop::Usage(format!("--endpoint {why}")))?;
        if endpoints.iter().any(|known| known.name == endpoint.name) {
            return Err(Stop::Usage(format!("--endpoint {said}: \"{}\" has an endpoint already: leave one of them out", endpoint.name)));
        }
        endpoints.push(endpoint);
    }
    Ok(endpoints)
}

/// A real server that nobody could ask: a green run must not look as if it had answered.
pub(super) fn not_asked(name: &str, setup: &Setup) -> String {
    let channels = setup.servers();
    let help = match crate::spelling::nearest(name, channels.iter().map(String::as_str)) {
        Some(near) => format!("did you mean --endpoint {near}=URL?"),
        None => format!("say `Given the extension \"{name}\" …`, or write --endpoint NAME=URL with the NAME that the features use"),
    };
    format!("error: no scenario has the extension \"{name}\" of --endpoint: {help}")
}
