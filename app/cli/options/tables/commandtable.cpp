#include "app/cli/options/tables/commandfamilies.h"

#include <algorithm>
#include <array>

namespace lynceus {

namespace {

std::array<std::span<const CommandSpec>, 7> families()
{
    return {applicationCommands(), watchCommands(),    deploymentCommands(), serveCommands(),
            signInCommands(),      instanceCommands(), doctorCommands()};
}

} // namespace

std::vector<CommandSpec> commandSpecs()
{
    std::vector<CommandSpec> specs;
    for (const auto &family : families())
        specs.insert(specs.end(), family.begin(), family.end());
    return specs;
}

const CommandSpec *findCommand(QStringView name)
{
    for (const auto &family : families()) {
        const auto found = std::ranges::find_if(
            family, [&](const CommandSpec &command) { return name == QLatin1StringView(command.name); });
        if (found != family.end())
            return &*found;
    }
    return nullptr;
}

QStringList subCommandNames(QStringView family)
{
    QStringList names;
    for (const auto &command : commandSpecs()) {
        const QLatin1StringView name(command.name);
        if (name.size() > family.size() && name.startsWith(family) && name[family.size()] == QLatin1Char(' '))
            names.append(QString(name.sliced(family.size() + 1)));
    }
    return names;
}

const OptionSpec *findOption(const CommandSpec &command, QStringView word)
{
    const bool isShort = word.size() == 2 && word.startsWith(u'-') && word[1] != u'-';
    for (const OptionGroup &group : command.groups) {
        for (const OptionSpec &option : group.options) {
            if (word == QLatin1StringView(option.name)
                || (isShort && option.letter != '\0' && word[1] == QLatin1Char(option.letter)))
                return &option;
        }
    }
    return nullptr;
}

QStringList commandNames()
{
    QStringList names;
    for (const auto &command : commandSpecs()) {
        const auto name = QString::fromLatin1(command.name).section(QLatin1Char(' '), 0, 0);
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

QStringList optionNames(const CommandSpec &command)
{
    QStringList names;
    for (const OptionGroup &group : command.groups)
        std::ranges::transform(group.options, std::back_inserter(names),
                               [](const OptionSpec &option) { return QString::fromLatin1(option.name); });
    return names;
}

} // namespace lynceus
