#include "app/cli/options/verbfamilies.h"

#include <algorithm>
#include <array>

namespace lynceus {

namespace {

std::array<std::span<const VerbSpec>, 5> families()
{
    return {applicationVerbs(), watchVerbs(), signInVerbs(), instanceVerbs(), doctorVerbs()};
}

} // namespace

std::vector<VerbSpec> verbSpecs()
{
    std::vector<VerbSpec> specs;
    for (const auto &family : families())
        specs.insert(specs.end(), family.begin(), family.end());
    return specs;
}

const VerbSpec *findVerb(QStringView name)
{
    for (const auto &family : families()) {
        const auto found =
            std::ranges::find_if(family, [&](const VerbSpec &verb) { return name == QLatin1StringView(verb.name); });
        if (found != family.end())
            return &*found;
    }
    return nullptr;
}

QStringList subVerbNames(QStringView family)
{
    QStringList names;
    for (const auto &verb : verbSpecs()) {
        const QLatin1StringView name(verb.name);
        if (name.size() > family.size() && name.startsWith(family) && name[family.size()] == QLatin1Char(' '))
            names.append(QString(name.sliced(family.size() + 1)));
    }
    return names;
}

const OptionSpec *findOption(const VerbSpec &verb, QStringView word)
{
    const bool isShort = word.size() == 2 && word.startsWith(u'-') && word[1] != u'-';
    for (const OptionGroup &group : verb.groups) {
        for (const OptionSpec &option : group.options) {
            if (word == QLatin1StringView(option.name)
                || (isShort && option.letter != '\0' && word[1] == QLatin1Char(option.letter)))
                return &option;
        }
    }
    return nullptr;
}

QStringList verbNames()
{
    QStringList names;
    for (const auto &verb : verbSpecs()) {
        const auto name = QString::fromLatin1(verb.name).section(QLatin1Char(' '), 0, 0);
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

QStringList optionNames(const VerbSpec &verb)
{
    QStringList names;
    for (const OptionGroup &group : verb.groups)
        std::ranges::transform(group.options, std::back_inserter(names),
                               [](const OptionSpec &option) { return QString::fromLatin1(option.name); });
    return names;
}

} // namespace lynceus
