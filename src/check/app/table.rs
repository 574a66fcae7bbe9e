use super::super::table::{Check, error, warning};

/// What the vendor's own tool says (freshdesk-in-practice.md, "Validation messages the vendor documents").
pub(in super::super) const VENDOR: &[Check] = &[
    error("fdk.iparams_mandatory", "that there are installation parameters, or a page for them"),
    error("fdk.iparam_keys", "what an installation parameter must have"),
    error("fdk.iparam_type", "types of installation parameters"),
    error("fdk.iparam_default", "defaults that are one of the options"),
    error("fdk.app_folder", "that there is a folder app"),
    error("fdk.engines", "the engines of the manifest"),
    error("fdk.product_module", "that there is a product, or a module of one"),
    error("fdk.invalid_locations", "placeholders, and the modules that have them"),
    error("fdk.empty_location", "locations without a placeholder"),
    error("fdk.icon_not_found", "icons"),
    error("fdk.invalid_event", "events, and the modules that have them"),
    error("fdk.template_not_found", "request templates: declared, defined, invoked"),
    error("fdk.template_keys", "what a request template has"),
    error("fdk.template_host", "hosts of request templates"),
    error("fdk.template_path", "paths of request templates"),
    error("fdk.function_not_found", "functions that pages invoke"),
    warning("fdk.helpers_before_exports", "helpers that stand before the exports"),
    warning("fdk.complexity", "functions with many ways through them"),
];

/// What the documents ask for, and what real apps do.
pub(in super::super) const DOCUMENTS: &[Check] = &[
    error("FD-01", "installation parameters that are read, and secrets that are none"),
    error("FD-02", "handlers that server.js registers"),
    error("FD-03", "what the sandbox does not have"),
    error("FD-14", "the manifest, and the handlers that it declares"),
    error("FD-15", "installing and uninstalling"),
    error("FD-16", "what the server asks of the platform"),
];
