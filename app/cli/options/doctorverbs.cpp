#include "app/cli/options/commonoptions.h"
#include "app/cli/options/verbfamilies.h"

#include <array>

namespace lynceus {

namespace {

constexpr std::array kOutput{
    OptionSpec{"--output", "FORMAT", "text or json.", "json", 'o'},
    kHelp,
};
constexpr std::array kBundle{
    OptionSpec{"--bundle", "FILE",
               "Writes what a bug report needs: all of this, versions, settings without secrets, and the newest lines "
               "of the log. Gzipped if the name ends in .gz; never over a file that is there.",
               "bundle.json.gz"},
    OptionSpec{"--hide-hosts", nullptr, "Writes other names for the hosts of your instances into the bundle.", nullptr},
    OptionSpec{"--replace", "NAME=STANDIN",
               "Writes STANDIN there wherever NAME stands as a whole word. Tokens and e-mail addresses are always "
               "replaced.",
               "acme=example", '\0', true},
};
constexpr std::array kGroups{OptionGroup{"Bundle", kBundle}, OptionGroup{"Server", kServerOptions},
                             OptionGroup{"Output", kOutput}};
constexpr std::array kExamples{
    "lynceus doctor",
    "lynceus doctor staging --output json",
    "lynceus doctor --bundle bundle.json.gz --hide-hosts",
};

constexpr std::array kVerbs{
    VerbSpec{Verb::Doctor, "doctor", "Look at this computer and each instance, and say what to do",
             "[NAME...] [OPTIONS]",
             "Checks keychain, browser and the port for signing in, notifications, settings and stored watches; and of "
             "each instance (or of NAME) whether it answers, certificate, clock, version, who is signed in and what "
             "they may do. Each line is ok, unknown, warning or bad. Bad ones decide the exit code.",
             "NAME", -1, kGroups, kExamples, kVerbExitCodes},
};

} // namespace

std::span<const VerbSpec> doctorVerbs()
{
    return kVerbs;
}

} // namespace lynceus
