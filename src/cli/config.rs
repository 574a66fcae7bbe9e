use super::args::{DeskArgs, MOST_RETRIES, RunArgs, Seconds};
use crate::check::titled;
use crate::record::InputError;
use crate::run::{Order, Shard};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// The file's name; it is looked for in the working directory.
pub(super) const FILE: &str = "deskspec.toml";
/// The largest one that is read: 1 MiB.
const LARGEST: u64 = 1 << 20;

/// What `deskspec.toml` holds: the options of `run` under their own names.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct Config {
    features: Vec<String>,
    extension: Vec<String>,
    endpoint: Vec<String>,
    listen: Option<String>,
    fixtures: Option<PathBuf>,
    map: Vec<String>,
    tags: Option<String>,
    name: Option<String>,
    #[serde(deserialize_with = "said")]
    shard: Option<Shard>,
    #[serde(deserialize_with = "said")]
    order: Option<Order>,
    jobs: Option<NonZeroUsize>,
    fail_fast: Option<bool>,
    #[serde(deserialize_with = "retries")]
    retry: Option<u32>,
    fail_flaky: Option<bool>,
    #[serde(deserialize_with = "seconds")]
    step_timeout: Option<Seconds>,
    dry_run: Option<bool>,
    report: Vec<String>,
    accept: Option<bool>,
    dialect: Option<String>,
    seed: Option<u64>,
}

/// Every key, with a value that it may have.
const KEYS: [(&str, &str); 20] = [
    ("features", "[\"features\"]"),
    ("extension", "[\"NAME=DIR\"]"),
    ("endpoint", "[\"NAME=http://127.0.0.1:8080\"]"),
    ("listen", "\"127.0.0.1:8081\""),
    ("fixtures", "\"fixtures\""),
    ("map", "[\"URL=FILE\"]"),
    ("tags", "\"not @slow\""),
    ("name", "\"^closing\""),
    ("shard", "\"2/5\""),
    ("order", "\"random:7\""),
    ("jobs", "4"),
    ("fail-fast", "true"),
    ("retry", "2"),
    ("fail-flaky", "true"),
    ("step-timeout", "2.5"),
    ("dry-run", "true"),
    ("report", "[\"junit=report.xml\"]"),
    ("accept", "true"),
    ("dialect", "\"2018\""),
    ("seed", "7"),
];

/// The JSON Schema of the file: each key has the type of the value that it may have.
pub(super) fn schema() -> serde_json::Value {
    let kind = |value: &toml::Value| match value {
        toml::Value::String(_) => serde_json::json!({"type": "string"}),
        toml::Value::Integer(_) => serde_json::json!({"type": "integer"}),
        toml::Value::Float(_) => serde_json::json!({"type": "number"}),
        toml::Value::Boolean(_) => serde_json::json!({"type": "boolean"}),
        toml::Value::Array(_) => serde_json::json!({"type": "array", "items": {"type": "string"}}),
        toml::Value::Datetime(_) | toml::Value::Table(_) => serde_json::json!({}),
    };
    let keys = KEYS.iter().filter_map(|(key, example)| {
        let value = format!("it = {example}").parse::<toml::Table>().ok()?.remove("it")?;
        let mut schema = kind(&value);
        schema["examples"] = serde_json::to_value(&value).map_or(serde_json::Value::Null, |value| serde_json::json!([value]));
        Some(((*key).to_owned(), schema))
    });
    let keys: serde_json::Map<String, serde_json::Value> = keys.collect();
    let schema = serde_json::json!({"type": "object", "properties": keys, "additionalProperties": false});
    titled(schema, "deskspec.toml")
}

/// A value that is written as on the command line.
fn said<'de, T: FromStr<Err = String>, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
    String::deserialize(from)?.parse().map(Some).map_err(D::Error::custom)
}

fn retries<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u32>, D::Error> {
    let number = u32::deserialize(from)?;
    let fits = (number <= MOST_RETRIES).then_some(Some(number));
    fits.ok_or_else(|| D::Error::custom(format!("write a number from 0 to {MOST_RETRIES}")))
}

fn seconds<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Seconds>, D::Error> {
    Seconds::new(f64::deserialize(from)?).map(Some).map_err(D::Error::custom)
}

/// Reads the configuration; none is an empty one.
pub(super) fn read(file: &Path) -> Result<Config, InputError> {
    let error = |line, column, message: String, help| InputError { file: file.display().to_string(), line, column, message, help };
    match fs::metadata(file) {
        Err(_) => return Ok(Config::default()),
        Ok(meta) if meta.len() > LARGEST => {
            return Err(error(0, 0, format!("the configuration has {} bytes: more than {LARGEST} are not read", meta.len()), None));
        }
        Ok(_) => {}
    }
    let text = fs::read_to_string(file).map_err(|why| error(0, 0, format!("the configuration cannot be read: {why}"), None))?;
    toml::from_str(&text).map_err(|why| {
        let start = why.span().map_or(0, |span| span.start);
        let before = text.get(..start).unwrap_or_default();
        let line = u32::try_from(before.matches('\n').count()).unwrap_or(0) + 1;
        let column = u32::try_from(before.rsplit('\n').next().unwrap_or_default().chars().count()).unwrap_or(0) + 1;
        let message = why.message().lines().next().unwrap_or_default().to_owned();
        let written = text.lines().nth(before.matches('\n').count()).unwrap_or_default();
        error(line, column, message, help(why.message(), written))
    })
}

/// The key that was meant, or a value that the line's key may have.
fn help(message: &str, line: &str) -> Option<String> {
    let Some(unknown) = message.strip_prefix("unknown field `").and_then(|rest| rest.split('`').next()) else {
        let key = line.split('=').next().unwrap_or_default().trim();
        return KEYS.iter().find(|known| known.0 == key).map(|(key, value)| format!("write for example `{key} = {value}`"));
    };
    let near = crate::spelling::nearest(unknown, KEYS.map(|known| known.0));
    Some(near.map_or_else(|| format!("the keys are {}", KEYS.map(|known| known.0).join(", ")), |near| format!("did you mean `{near}`?")))
}

/// What the command line says, and what the file says where the command line is silent.
pub(super) fn merge(args: RunArgs, config: Config) -> RunArgs {
    let either = |said: Vec<String>, written: Vec<String>| if said.is_empty() { written } else { said };
    RunArgs {
        features: either(args.features, config.features),
        desk: DeskArgs {
            extension: either(args.desk.extension, config.extension),
            fixtures: args.desk.fixtures.or(config.fixtures),
            map: either(args.desk.map, config.map),
            dialect: args.desk.dialect.or(config.dialect),
            seed: args.desk.seed.or(config.seed),
        },
        endpoint: either(args.endpoint, config.endpoint),
        listen: args.listen.or(config.listen),
        tags: args.tags.or(config.tags),
        name: args.name.or(config.name),
        shard: args.shard.or(config.shard),
        order: args.order.or(config.order),
        jobs: args.jobs.or(config.jobs),
        fail_fast: args.fail_fast.or(config.fail_fast),
        retry: args.retry.or(config.retry),
        fail_flaky: args.fail_flaky.or(config.fail_flaky),
        step_timeout: args.step_timeout.or(config.step_timeout),
        dry_run: args.dry_run.or(config.dry_run),
        report: either(args.report, config.report),
        accept: args.accept.or(config.accept),
    }
}
