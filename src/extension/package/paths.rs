/// The path with `/` that `reference` means where it is written in a file of the folder `from`; a leading `/` is the root, where both begin.
/// `None` where it leads out.
pub(in crate::extension) fn walked(from: &str, reference: &str) -> Option<String> {
    let from = if reference.starts_with('/') { "" } else { from };
    let mut inside = Vec::new();
    for part in from.split('/').chain(reference.split('/')) {
        match part {
            "" | "." => {}
            ".." => drop(inside.pop()?),
            name => inside.push(name),
        }
    }
    Some(inside.join("/"))
}
