#pragma once

#include "app/cli/options/options.h"
#include "app/cli/options/parsedwords.h"
#include "app/cli/options/values.h"

namespace lynceus {

/// Reads options one by one and keeps the first error.
class OptionReader final
{
public:
    explicit OptionReader(const ParsedWords &words)
        : m_words(words)
    { }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    template<typename T>
    [[nodiscard]] T checked(Result<T> result)
    {
        if (result)
            return std::move(*result);
        fail(std::move(result.error()));
        return T{};
    }

    void fail(Error error)
    {
        if (!m_error)
            m_error = std::move(error);
    }

    void readDuration(const QString &option, Duration &duration, Duration least = Duration{0})
    {
        if (m_words.has(option))
            duration = checked(durationValue(option, m_words.last(option), least));
    }

    template<typename T>
    [[nodiscard]] std::vector<T> each(const QString &option, Result<T> (*convert)(const QString &))
    {
        std::vector<T> values;
        for (const auto &text : m_words.all(option))
            values.push_back(checked(convert(text)));
        return values;
    }

    [[nodiscard]] std::vector<ImageReference> images();
    [[nodiscard]] RegistryProxies registryProxies();
    [[nodiscard]] ServerOptions server();
    /// `--request-timeout`.
    [[nodiscard]] Duration requestTimeout();
    [[nodiscard]] OutputOptions output(const std::vector<OutputFormat> &allowed);
    /// Applies `--app-namespace` to a name without a namespace.
    void addNamespace(ApplicationName &name);

private:
    const ParsedWords &m_words;
    std::optional<Error> m_error;
};

/// The result, or the first error of the reader.
[[nodiscard]] inline Result<Invocation> finished(const OptionReader &reader, Invocation invocation)
{
    if (reader.error())
        return tl::unexpected(*reader.error());
    return invocation;
}

} // namespace lynceus
