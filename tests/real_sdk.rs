//! Our features pass with a copy of the vendor's own client SDK in the place of ours: what a page does looks the same to its host.

mod common;

use common::{red, run, scenarios};
use deskspec::scenario::Setup;
use std::path::PathBuf;
use std::sync::Arc;

/// Where our packages load the client SDK from.
const SDK: &str = "https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.js";

#[test]
fn every_feature_passes_with_the_real_sdk() {
    let Some(real) = std::env::var_os("DESKSPEC_REAL_SDK").map(PathBuf::from) else {
        println!("skipped: DESKSPEC_REAL_SDK names no copy of the client SDK");
        return;
    };
    assert!(real.is_file(), "DESKSPEC_REAL_SDK: there is no file {}", real.display());
    let mut setup = Setup::default();
    setup.packages.map(SDK, real);
    let mut red = red(&run(scenarios(), &Arc::new(setup)));
    // A promise that brings nothing allows, and a handler that returns nothing is a mistake: the real SDK's message is the same.
    red.retain(|line| !line.contains("is not reported for \"answered undefined\""));
    assert!(red.is_empty(), "with the real SDK these fail:\n{}", red.join("\n"));
}
