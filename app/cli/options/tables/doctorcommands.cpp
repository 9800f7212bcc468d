#include "app/cli/options/optionreader.h"
#include "app/cli/options/tables/commandfamilies.h"
#include "app/cli/options/tables/commonoptions.h"

#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr std::array kOutput{
    OptionSpec{"--output", "FORMAT", "Output format: text or json.", "json", 'o'},
    kHelp,
};
constexpr std::array kBundle{
    OptionSpec{"--bundle", "FILE",
               "Write a bug report to FILE: the findings, versions, settings without secrets, and the newest lines of "
               "the log. Compressed if the name ends in .gz. Existing files are never overwritten.",
               "bundle.json.gz"},
    OptionSpec{"--hide-hosts", nullptr, "Replace the host names of your instances in the bundle.", nullptr},
    OptionSpec{"--replace", "NAME=STANDIN",
               "Replace NAME with STANDIN in the bundle where it is a whole word. Tokens and email addresses are "
               "always replaced.",
               "acme=example", '\0', true},
};
constexpr std::array kGroups{OptionGroup{"Bundle", kBundle}, OptionGroup{"Server", kAskedServerOptions},
                             OptionGroup{"Output", kOutput}};
constexpr std::array kExamples{
    "lynceus doctor",
    "lynceus doctor staging --output json",
    "lynceus doctor --bundle bundle.json.gz --hide-hosts",
};

Result<Invocation> doctorCall(const ParsedWords &words)
{
    OptionReader reader(words);
    DoctorOptions options;
    options.instances = words.words;
    options.bundle.file = words.last(u"--bundle"_s);
    options.bundle.hidesHosts = words.has(u"--hide-hosts"_s);
    options.bundle.replacements = reader.each<std::pair<QString, QString>>(u"--replace"_s, replacementValue);
    for (const auto &option : {u"--hide-hosts"_s, u"--replace"_s}) {
        if (words.has(option) && options.bundle.file.isEmpty())
            reader.fail({Error::Kind::BadInput, option, u"it requires --bundle FILE"_s});
    }
    options.server = reader.server();
    if (!options.server.server.isEmpty() && !options.instances.isEmpty())
        reader.fail({Error::Kind::BadInput, u"--server"_s,
                     u"names cannot be combined with a single server; remove the names"_s});
    options.output = reader.output({OutputFormat::Text, OutputFormat::Json});
    return finished(reader, std::move(options));
}

constexpr std::array kCommands{
    CommandSpec{
        doctorCall, "doctor", "Check this computer and each instance, with remedies", "[NAME...] [OPTIONS]",
        "Checks the keychain, the browser, the sign-in port, notifications, settings and stored watches, and for each "
        "instance (or for NAME) whether it responds, its certificate, clock and version, and the account's sign-in and "
        "permissions. Each finding is ok, unknown, warning or bad. Only bad findings affect the exit code.",
        "NAME", -1, kGroups, kExamples, kCommandExitCodes},
};

} // namespace

std::span<const CommandSpec> doctorCommands()
{
    return kCommands;
}

} // namespace lynceus
