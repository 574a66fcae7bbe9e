//! What `require` finds, in the app and in packages that are mapped.

use super::play::{Play, folder};
use serde_json::json;

const BEHIND: &str = " exports = { created() { console.log(JSON.stringify(found)); }, installed() {} };";

#[test]
fn modules_of_the_apps_own_are_found() {
    let files = [
        ("server/lib/bare.js", "exports = { a: 1 };"),
        ("server/lib/node.js", "module.exports = { b: require('./data.json').c, d: __filename.split('/').pop() };"),
        ("server/lib/each.js", "exports.e = 5;"),
        ("server/lib/data.json", "{\"c\": 3}"),
        ("server/lib/index.js", "exports = { f: require('./bare').a === 1 };"),
        ("server/lib/round.js", "exports.g = 6; exports.h = require('./trip').i;"),
        ("server/lib/trip.js", "exports.i = require('./round').g;"),
        ("config/more.json", "[7]"),
    ];
    for (required, expected) in [
        ("require('./lib/bare')", "{\"a\":1}"),
        ("require('./lib/bare.js')", "{\"a\":1}"),
        ("require('./lib/node')", "{\"b\":3,\"d\":\"node.js\"}"),
        ("require('./lib/each')", "{\"e\":5}"),
        ("require('./lib')", "{\"f\":true}"),
        ("require('./lib/data.json')", "{\"c\":3}"),
        ("require('./lib/round')", "{\"g\":6,\"h\":6}"),
        ("require('../config/more.json')", "[7]"),
        ("require('./lib/' + 'each')", "{\"e\":5}"),
        ("require('./lib/bare') === require('./lib/bare')", "true"),
    ] {
        let (mut play, _) = Play::one(&format!("const found = {required};{BEHIND}"), &files, &[]);
        assert_eq!(play.deliver("onTicketCreate", &json!({})), [format!("Info {expected}")], "{required}");
    }
}

#[test]
fn packages_are_found_where_they_are_mapped() {
    let npm = folder(&[
        ("node_modules/kit/package.json", r#"{"main": "lib/kit"}"#),
        (
            "node_modules/kit/lib/kit.js",
            "module.exports = { part: require('./part'), dep: require('dep').name, deep: require('deep'), sum: require('sum.js') };",
        ),
        ("node_modules/kit/lib/part.js", "module.exports = 1;"),
        ("node_modules/kit/node_modules/deep/index.js", "module.exports = 'deep';"),
        ("node_modules/dep/index.js", "exports.name = 'dep';"),
        // A package's name may end as a script's does.
        ("node_modules/sum.js/package.json", "{}"),
        ("node_modules/sum.js/index.js", "module.exports = 3;"),
        ("stand-ins/request.js", "module.exports = require('./shared');"),
        ("stand-ins/shared.js", "module.exports = 'shared';"),
        // What lies below is no package of the file's.
        ("stand-ins/other/package.json", "{}"),
    ]);
    let maps = [("kit", npm.join("node_modules/kit")), ("request", npm.join("stand-ins/request.js"))];
    for (required, expected) in [
        ("require('kit')", "{\"part\":1,\"dep\":\"dep\",\"deep\":\"deep\",\"sum\":3}"),
        ("require('kit/lib/part')", "1"),
        ("require('request')", "\"shared\""),
    ] {
        let (mut play, said) = Play::one(&format!("const found = {required};{BEHIND}"), &[], &maps);
        assert_eq!(said.len(), 2, "{said:?}");
        assert_eq!(play.deliver("onTicketCreate", &json!({})), [format!("Info {expected}")], "{required}");
    }
}

#[test]
fn what_is_not_there_says_what_to_do() {
    for (name, expected) in [
        (
            "request",
            "require(\"request\"): the package is in the manifest's dependencies, and nothing is installed here; give it a local file or a package's folder: --map request=node_modules/request",
        ),
        (
            "left-pad/index",
            "require(\"left-pad/index\"): the Freshworks sandbox has only packages that the manifest lists in dependencies; add \"left-pad\" there, and give it a local file or a package's folder: --map left-pad=node_modules/left-pad",
        ),
        (
            "fs",
            "require(\"fs\"): Node's own modules are not there; do without, or give it a local file or a package's folder: --map fs=node_modules/fs",
        ),
        ("./lib/utl", "require(\"./lib/utl\"): there is no such file; the nearest file is server/lib/util.js: name that, or add the file"),
        ("../../up", "require(\"../../up\"): there is no such file; add the file"),
    ] {
        let manifest = json!({"dependencies": {"request": "2.88.0"}}).to_string();
        let server = format!("require('{name}'); exports = {{}};");
        let dir = folder(&[("manifest.json", &manifest), ("server/server.js", &server), ("server/lib/util.js", "")]);
        assert_eq!(Play::of(&dir, &[]).open(), [format!("Threw: threw Error: {expected} (server/server.js:1:1)")]);
    }
}

#[test]
fn a_module_that_does_not_compile_is_told_with_its_place() {
    let (_, said) = Play::one("require('./lib/broken'); exports = {};", &[("server/lib/broken.js", "exports = {\n  a: ;\n};")], &[]);
    assert!(said[0].starts_with("Threw: threw SyntaxError: ") && said[0].contains("server/lib/broken.js:2:6"), "{said:?}");
}
