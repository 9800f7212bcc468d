#include "app/cli/options/optionreader.h"

#include "core/domain/images/registryproxy.h"

using namespace Qt::StringLiterals;

namespace lynceus {

std::vector<ImageReference> OptionReader::images()
{
    std::vector<ImageReference> images;
    for (const auto &text : m_words.all(u"--image"_s))
        images.push_back(checked(imageValue(u"--image "_s + text, text)));
    return images;
}

Duration OptionReader::requestTimeout()
{
    constexpr Duration kLeast{1'000};                    // shorter values are probably a wrong unit
    constexpr Duration kLongest = std::chrono::hours(1); // no command should take longer
    const auto option = u"--request-timeout"_s;
    auto timeout = kRequestTimeout;
    readDuration(option, timeout, kLeast);
    if (timeout > kLongest)
        fail({Error::Kind::BadInput, option + u' ' + m_words.last(option),
              u"too long; at most %1"_s.arg(formatDuration(kLongest))});
    return timeout;
}

RegistryProxies OptionReader::registryProxies()
{
    RegistryProxies proxies;
    for (const auto &text : m_words.all(u"--registry-proxy"_s)) {
        auto proxy = registryProxyFrom(text);
        if (proxy)
            proxies.append(*std::move(proxy));
        else
            fail({Error::Kind::BadInput, u"--registry-proxy %1"_s.arg(text), proxy.error().message});
    }
    return proxies;
}

ServerOptions OptionReader::server()
{
    ServerOptions options;
    options.requestTimeout = requestTimeout();
    options.server = m_words.last(u"--server"_s);
    options.authTokenFile = m_words.last(u"--auth-token-file"_s);
    options.insecure = m_words.has(u"--insecure"_s);
    options.certificateFile = m_words.last(u"--server-crt"_s);
    if (!m_words.tokens.empty())
        options.authToken = m_words.tokens.back();
    if (options.authToken && !options.authTokenFile.isEmpty())
        fail({Error::Kind::BadInput, u"--auth-token"_s, u"--auth-token-file is given too; use only one of them"_s});
    for (const auto &header : m_words.headers) {
        auto value = headerValue(header);
        if (value)
            options.headers.push_back(std::move(*value));
        else
            fail(value.error());
    }
    return options;
}

OutputOptions OptionReader::output(const std::vector<OutputFormat> &allowed)
{
    OutputOptions options;
    options.utc = m_words.has(u"--utc"_s);
    if (m_words.has(u"--output"_s))
        options.format = checked(formatValue(m_words.last(u"--output"_s), allowed));
    return options;
}

void OptionReader::addNamespace(ApplicationName &name)
{
    const auto nameSpace = m_words.last(u"--app-namespace"_s);
    if (nameSpace.isEmpty())
        return;
    if (!name.address.nameSpace.isEmpty() && name.address.nameSpace != nameSpace)
        fail({Error::Kind::BadInput, u"--app-namespace "_s + nameSpace,
              u"%1/%2 has another namespace"_s.arg(name.address.nameSpace, name.address.name)});
    name.address.nameSpace = nameSpace;
}

} // namespace lynceus
