#include "app/cli/options/arguments.h"

#include <cstring>
#include <string_view>

namespace lynceus {

namespace {

constexpr const char *kPlaceholder = "(secret)"; // cannot be confused with the value of an option

Secret takeAndWipe(char *text)
{
    const auto size = qsizetype(std::strlen(text));
    Secret secret{QByteArray(text, size)};
    wipeBytes(text, size);
    return secret;
}

} // namespace

Arguments takeArguments(int argc, char **argv)
{
    using namespace std::string_view_literals;
    Arguments arguments;
    std::vector<Secret> *valueOf = nullptr; // the previous option, if it takes this word as its value
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (valueOf && !word.starts_with("--")) {
            valueOf->push_back(takeAndWipe(argv[i]));
            arguments.words.emplace_back(kPlaceholder);
            valueOf = nullptr;
            continue;
        }
        valueOf = word == "--auth-token"sv ? &arguments.tokens : word == "--header"sv ? &arguments.headers : nullptr;
        const auto equals = word.find('=');
        const auto name = word.substr(0, equals);
        auto *inlineOf = name == "--auth-token"sv ? &arguments.tokens
            : name == "--header"sv                ? &arguments.headers
                                                  : nullptr;
        if (inlineOf && equals != std::string_view::npos && equals + 1 < word.size()) {
            arguments.words.push_back(std::string(name) + '=' + kPlaceholder);
            inlineOf->push_back(takeAndWipe(argv[i] + equals + 1));
        } else {
            arguments.words.emplace_back(word);
        }
    }
    return arguments;
}

} // namespace lynceus
