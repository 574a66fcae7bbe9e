use super::super::found::{File, Found, keys};
use super::files::is_picture;
use super::look::{Broke, broke};
use super::value::{filled, is_name, is_url, shown};
use serde_json::Value;

/// The widgets of the manifest.
pub(super) fn look(found: &mut Found<'_>, widgets: &[Value]) -> Result<(), Broke> {
    let mut names: Vec<&str> = Vec::new();
    for (index, widget) in widgets.iter().enumerate() {
        if widget.is_null() {
            return Err(broke(found, (File::Manifest, keys!["modules", "widgets", index]), "a widget is null"));
        }
        name(found, index, widget.get("name"), &mut names);
        url(found, index, widget.get("url"));
        for (key, rules) in PICTURES {
            if let Some(picture) = widget.get(key) {
                self::picture(found, (File::Manifest, keys!["modules", "widgets", index, key]), key, picture, rules);
            }
        }
    }
    Ok(())
}

/// A picture's rules: its ending, its beginning, its file, its type.
pub(super) type PictureRules = [&'static str; 4];

const PICTURES: [(&str, PictureRules); 2] = [
    (
        "logo",
        [
            "zet.desk_pluginmanifest_invalidlogoextn",
            "zet.desk_pluginmanifest_invalidlogo",
            "zet.desk_pluginmanifest_missinglogofile",
            "zet.deskpluginmanifest_invalidlogotype",
        ],
    ),
    (
        "icon",
        [
            "zet.desk_pluginmanifest_invalidiconextn",
            "zet.desk_pluginmanifest_invalidicon",
            "zet.desk_pluginmanifest_missingiconfile",
            "zet.deskpluginmanifest_invalidicontype",
        ],
    ),
];

fn name<'v>(found: &mut Found<'_>, index: usize, name: Option<&'v Value>, names: &mut Vec<&'v str>) {
    let here = || (File::Manifest, keys!["modules", "widgets", index, "name"]);
    let number = index + 1;
    let Some(name) = name else {
        let text = format!("widget {number} has no \"name\"");
        return found.inside("zet.desk_pluginmanifest_missingwidgetname", here(), text, "add \"name\": \"Tracker\"");
    };
    if filled(name).is_none() {
        let text = format!("the name {} of widget {number} is no text", shown(name));
        found.inside("zet.desk_pluginmanifest_invalidwidgetname", here(), text, "write a name such as \"Tracker\"");
    }
    if !is_name(name) {
        let text = format!("the name {} of widget {number} is not a letter and then letters, digits, -, _ and blanks", shown(name));
        found.inside("zet.desk_pluginmanifest_invalidcharacters", here(), text, "write a name such as \"Tracker\"");
    } else if let Some(name) = name.as_str().map(str::trim) {
        if names.contains(&name) {
            let text = format!("widget {number} has the name \"{name}\" of another widget");
            found.inside("zet.desk_pluginmanifest_duplicatename", here(), text, "give it a name of its own");
        } else {
            names.push(name);
        }
    }
}

fn url(found: &mut Found<'_>, index: usize, url: Option<&Value>) {
    let here = || (File::Manifest, keys!["modules", "widgets", index, "url"]);
    let number = index + 1;
    let Some(url) = url else {
        let text = format!("widget {number} has no \"url\"");
        return found.inside("zet.desk_pluginmanifest_missingurlinwidget", here(), text, "add \"url\": \"/app/widget.html\"");
    };
    if is_url(Some(url)) {
        return;
    }
    let Some(url) = url.as_str() else {
        let text = format!("the url of widget {number} is {}, not a text", shown(url));
        return found.inside("zet.desk_pluginmanifest_invalidurltype", here(), text, "write \"url\": \"/app/widget.html\"");
    };
    if url.starts_with('/') {
        if !found.survey.has(url) {
            let text = format!("the page \"{url}\" of widget {number} is not in the package");
            found.inside(
                "zet.desk_pluginmanifest_missingfileinappsource",
                here(),
                text,
                "add the file, or build it before you check; or name one that exists",
            );
        }
    } else if !url.starts_with('{') {
        let text = format!("the url \"{url}\" of widget {number} begins with neither \"/\" nor https://");
        let help = if found.survey.has(url) { format!("write \"/{url}\"") } else { "write a path such as \"/app/widget.html\"".to_owned() };
        found.inside("zet.desk_pluginmanifest_invalidurl", here(), text, help);
    }
}

/// A picture of the package.
pub(super) fn picture(
    found: &mut Found<'_>,
    (file, path): (File, Vec<crate::compare::Segment>),
    key: &str,
    value: &Value,
    [ending, begin, missing, kind]: PictureRules,
) {
    let Some(picture) = value.as_str() else {
        let text = format!("\"{key}\" is {}, not a text", shown(value));
        return found.inside(kind, (file, path), text, format!("write \"{key}\": \"/app/img/{key}.png\""));
    };
    if !is_picture(picture) {
        let text = format!("the {key} \"{picture}\" has no picture's ending");
        found.inside(ending, (file, path.clone()), text, "name a file that ends in .jpg, .jpeg, .png, .gif or .svg, in small letters");
    }
    if !picture.starts_with('/') {
        let text = format!("the {key} \"{picture}\" does not begin with \"/\"");
        let help = format!("write \"/{}\"", picture.trim_start_matches("./"));
        found.inside(begin, (file, path.clone()), text, help);
    }
    if !found.survey.has(picture) {
        let text = format!("the {key} \"{picture}\" is not in the package");
        found.inside(missing, (file, path), text, "add the file, or name one that exists");
    }
}
