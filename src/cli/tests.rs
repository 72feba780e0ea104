//! Help texts, as people read them.

use clap::Command;

use super::args;

fn all(command: &Command) -> Vec<Command> {
    let mut commands = vec![command.clone()];
    commands.extend(command.get_subcommands().flat_map(all));
    commands
}

#[test]
fn the_command_line_contradicts_itself_nowhere() {
    args::command().debug_assert();
}

#[test]
fn every_command_has_a_help_with_examples() {
    let mut root = args::command();
    root.build();
    let commands = all(&root);
    assert!(commands.len() >= 9, "all commands are looked at");
    for mut command in commands {
        let name = command
            .get_display_name()
            .unwrap_or(command.get_name())
            .to_owned();
        for help in [
            command.render_help().to_string(),
            command.render_long_help().to_string(),
        ] {
            assert!(
                help.contains("\nExamples:\n  "),
                "{name} has no examples:\n{help}"
            );
            assert!(
                help.lines().all(|line| line.chars().count() <= 104),
                "{name} has a long line:\n{help}"
            );
        }
    }
}

#[test]
fn options_are_described_in_the_imperative_and_without_a_full_stop() {
    let mut root = args::command();
    root.build();
    for command in all(&root) {
        let name = command.get_name().to_owned();
        let about = command
            .get_about()
            .unwrap_or_else(|| panic!("{name} says nothing"))
            .to_string();
        assert!(
            !about.ends_with('.') && about.starts_with(char::is_uppercase),
            "{name}: {about}"
        );
        for argument in command.get_arguments() {
            let help = argument
                .get_help()
                .unwrap_or_else(|| panic!("{name}: {argument} says nothing"))
                .to_string();
            assert!(
                !help.ends_with('.') && help.starts_with(char::is_uppercase),
                "{name} {argument}: {help}"
            );
        }
    }
}
