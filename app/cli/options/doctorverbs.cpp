#include "app/cli/options/commonoptions.h"
#include "app/cli/options/verbfamilies.h"

#include <array>

namespace lynceus {

namespace {

constexpr std::array kOutput{
    OptionSpec{"--output", "FORMAT", "text or json.", "json", 'o'},
    kHelp,
};
constexpr std::array kGroups{OptionGroup{"Server", kServerOptions}, OptionGroup{"Output", kOutput}};
constexpr std::array kExamples{
    "lynceus doctor",
    "lynceus doctor staging --output json",
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
