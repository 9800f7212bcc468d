#include "core/domain/instances/instancerules.h"

#include "core/domain/argocd/requests/labelselector.h"
#include "core/domain/argocd/requests/requests.h"
#include "core/domain/redaction/redact.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

// Distinguishable from each other and from the colours of states, which are saturated red, amber and green.
constexpr std::array kColours{"#3b7dd8", "#a35bc2", "#0f8a8a", "#b8731f", "#c2527d", "#6a7f2f", "#6f6fd6", "#7d7468"};

constexpr qsizetype kFingerprintSize = 32; // bytes of SHA-256
constexpr quint16 kFirstFreePort = 1024;   // lower ports are reserved for the system

tl::unexpected<Error> wrong(const QString &field, const QString &message)
{
    return badInput(message, field);
}

bool isColour(const QString &text)
{
    return text.size() == 7 && text.front() == u'#' && std::all_of(text.begin() + 1, text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c.toLower() >= u'a' && c.toLower() <= u'f');
           });
}

bool isHeaderName(const QString &name)
{
    // RFC 9110 §5.6.2
    static constexpr QStringView kSigns = u"!#$%&'*+-.^_`|~";
    return !name.isEmpty() && std::ranges::all_of(name, [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || kSigns.contains(c));
    });
}

/// Headers that Lynceus sets, or that define where a message ends.
bool isOwnHeader(const QString &name)
{
    static constexpr std::array kOwn{"authorization",  "accept",     "accept-encoding", "host",
                                     "content-length", "connection", "content-type",    "transfer-encoding",
                                     "cookie",         "user-agent", "x-request-id",    "expect",
                                     "upgrade"};
    return std::ranges::any_of(
        kOwn, [&](const char *own) { return name.compare(QLatin1StringView(own), Qt::CaseInsensitive) == 0; });
}

/// Two results are equal if and only if the names are equal, case-insensitive.
QString folded(const QString &name)
{
    QString folded;
    for (const auto point : name.toUcs4())
        folded += QChar::fromUcs4(QChar::toCaseFolded(char32_t(point)));
    return folded;
}

std::size_t colourOf(const Instance &instance)
{
    const auto *const found = std::ranges::find_if(kColours, [&](const char *each) {
        return instance.colour.compare(QLatin1StringView(each), Qt::CaseInsensitive) == 0;
    });
    return std::size_t(found - kColours.begin());
}

Result<void> trimName(Instance &instance)
{
    auto name = parseInstanceName(instance.name);
    if (!name)
        return tl::unexpected(name.error());
    instance.name = *name;
    return {};
}

tl::unexpected<Error> nameTaken(const QString &name, const QUrl &baseUrl)
{
    return wrong(u"name"_s, u"instance %1 already exists (%2); choose another name"_s.arg(name, redactedUrl(baseUrl)));
}

Result<void> checkName(Instance &instance, const std::vector<Instance> &others)
{
    if (auto trimmed = trimName(instance); !trimmed)
        return trimmed;
    const auto same = std::ranges::find_if(others, [&](const Instance &other) {
        const bool isItself = !instance.id.isEmpty() && other.id == instance.id;
        return !isItself && other.name.compare(instance.name, Qt::CaseInsensitive) == 0;
    });
    if (same != others.end())
        return nameTaken(same->name, same->baseUrl);
    return {};
}

Result<void> checkAddress(Instance &instance)
{
    auto url = parseServerAddress(instance.baseUrl.toString(QUrl::FullyEncoded));
    if (!url)
        return wrong(u"address"_s, url.error().message);
    instance.baseUrl = *url;
    return {};
}

void giveColour(Instance &instance, const std::vector<Instance> &others)
{
    if (!instance.colour.isEmpty())
        return;
    auto rest = others;
    std::erase_if(rest, [&](const Instance &other) { return !instance.id.isEmpty() && other.id == instance.id; });
    instance.colour = nextColour(rest);
}

Result<void> checkColour(const Instance &instance)
{
    if (!isColour(instance.colour))
        return wrong(u"colour"_s,
                     u"\"%1\" is not a colour; use for example #3b7dd8"_s.arg(redactedText(instance.colour)));
    return {};
}

Result<void> checkTls(const Instance &instance)
{
    if (!instance.pinnedFingerprint.isEmpty() && instance.pinnedFingerprint.size() != kFingerprintSize)
        return wrong(u"pinned certificate"_s,
                     u"its SHA-256 has %1 bytes instead of 32"_s.arg(instance.pinnedFingerprint.size()));
    if (!instance.pinnedFingerprint.isEmpty() && !instance.authorityFile.isEmpty())
        return wrong(u"pinned certificate"_s, u"a CA certificate is set too; use only one of them"_s);
    if (instance.clientCertificateFile.isEmpty() != instance.clientKeyFile.isEmpty())
        return wrong(u"client certificate"_s, u"a certificate requires a key and vice versa; specify both files"_s);
    return {};
}

Result<void> checkHeaders(const Instance &instance)
{
    QStringList seen;
    for (const auto &name : instance.headerNames) {
        if (!isHeaderName(name))
            return wrong(u"header"_s,
                         u"\"%1\" is not a header name; use letters, digits and \"-\""_s.arg(redactedText(name, 80)));
        if (isOwnHeader(name))
            return wrong(u"header"_s, u"%1 is set by Lynceus"_s.arg(name));
        if (seen.contains(name, Qt::CaseInsensitive))
            return wrong(u"header"_s, u"%1 occurs twice"_s.arg(name));
        seen.append(name);
    }
    return {};
}

Result<void> checkProxy(Instance &instance)
{
    const auto &url = instance.proxyUrl;
    if (instance.proxy != ProxyChoice::Explicit) {
        instance.proxyUrl = {};
        return {};
    }
    if ((url.scheme() != "http"_L1 && url.scheme() != "socks5"_L1) || url.host().isEmpty() || url.port() <= 0)
        return wrong(
            u"proxy"_s,
            u"\"%1\" is not a proxy; use for example http://proxy.acme.example:3128 or socks5://proxy.acme.example:1080"_s
                .arg(redactedUrl(url)));
    // A settings file must not contain a password.
    if (!url.userInfo().isEmpty())
        return wrong(u"proxy"_s, u"it must not contain a user or password; use the system's proxy settings for them"_s);
    if (!url.path().isEmpty() && url.path() != "/"_L1)
        return wrong(u"proxy"_s, u"nothing may follow the port"_s);
    return {};
}

Result<void> checkFilters(const Instance &instance)
{
    if (const auto selector = parseLabelSelector(instance.selector); !selector)
        return wrong(u"labels"_s, selector.error().message);
    if (instance.projects.contains(QString()))
        return wrong(u"projects"_s, u"one of them has no name"_s);
    if (instance.callbackPort < kFirstFreePort)
        return wrong(u"callback port"_s,
                     u"%1 is reserved for the system; Argo CD uses 8085"_s.arg(instance.callbackPort));
    return {};
}

} // namespace

Result<QString> parseInstanceName(const QString &text)
{
    const auto name = text.trimmed();
    const auto shown = redactedText(name, kLongestInstanceName);
    if (name.isEmpty())
        return wrong(u"name"_s, u"it is empty; use a short name such as staging"_s);
    if (name.size() > kLongestInstanceName)
        return wrong(u"name"_s,
                     u"\"%1…\" has %2 characters; the maximum is %3"_s.arg(shown, QString::number(name.size()),
                                                                           QString::number(kLongestInstanceName)));
    if (name.startsWith(u'-'))
        return wrong(u"name"_s, u"\"%1\" starts with a dash like an option; start with a letter"_s.arg(shown));
    const auto isBad = [](QChar c) { return c.isSpace() || !c.isPrint() || u":/=,\"'\\"_s.contains(c); };
    const auto bad = std::ranges::find_if(name, isBad);
    if (bad != name.end())
        return wrong(u"name"_s,
                     u"\"%1\" has %2 at position %3; use letters, digits, \"-\", \"_\" and \".\""_s.arg(
                         shown, bad->isSpace() ? u"a space"_s : u"\"%1\""_s.arg(redactedText(QString(*bad))),
                         QString::number(bad - name.begin() + 1)));
    return name;
}

const Instance *findInstance(const std::vector<Instance> &instances, QStringView name)
{
    const auto found = std::ranges::find_if(instances, [&](const Instance &instance) {
        return QStringView(instance.name).compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == instances.end() ? nullptr : &*found;
}

const Instance *instanceWithId(const std::vector<Instance> &instances, QStringView id)
{
    const auto found = std::ranges::find_if(instances, [&](const Instance &instance) { return instance.id == id; });
    return found == instances.end() ? nullptr : &*found;
}

QString freeInstanceName(const QString &wish, const std::vector<Instance> &instances)
{
    auto name = wish;
    for (int number = 2; findInstance(instances, name); ++number) {
        const auto suffix = u"-%1"_s.arg(number);
        name = wish.left(kLongestInstanceName - suffix.size()) + suffix;
    }
    return name;
}

QStringList instanceColours()
{
    QStringList colours;
    for (const char *colour : kColours)
        colours.append(QString::fromLatin1(colour));
    return colours;
}

QString nextColour(const std::vector<Instance> &instances)
{
    const auto uses = [&](const char *colour) {
        return std::ranges::count_if(instances, [&](const Instance &instance) {
            return instance.colour.compare(QLatin1StringView(colour), Qt::CaseInsensitive) == 0;
        });
    };
    const auto *const rarest = std::ranges::min_element(kColours, {}, uses);
    return QString::fromLatin1(*rarest);
}

InstanceNaming::InstanceNaming(const std::vector<Instance> &instances)
    : m_uses(kColours.size(), 0)
{
    for (const auto &instance : instances) {
        m_names.insert(instance.name.toCaseFolded());
        if (const auto colour = colourOf(instance); colour < m_uses.size())
            ++m_uses[colour];
    }
}

QString InstanceNaming::takeName(const QString &wish)
{
    auto name = wish;
    auto &number = m_numbers[wish.toCaseFolded()];
    for (number = std::max(number, 2); m_names.contains(name.toCaseFolded()); ++number) {
        const auto suffix = u"-%1"_s.arg(number);
        name = wish.left(kLongestInstanceName - suffix.size()) + suffix;
    }
    m_names.insert(name.toCaseFolded());
    return name;
}

QString InstanceNaming::takeColour()
{
    const auto rarest = std::ranges::min_element(m_uses);
    ++*rarest;
    return QString::fromLatin1(kColours[std::size_t(rarest - m_uses.begin())]);
}

namespace {

/// Checks that do not depend on other instances.
Result<void> checkAlone(Instance &instance)
{
    for (const auto &checked : {checkAddress(instance), checkColour(instance), checkTls(instance),
                                checkHeaders(instance), checkProxy(instance), checkFilters(instance)}) {
        if (!checked)
            return checked;
    }
    return {};
}

} // namespace

Result<Instance> checkedInstance(Instance instance, const std::vector<Instance> &others)
{
    if (const auto checked = checkName(instance, others); !checked)
        return tl::unexpected(checked.error());
    giveColour(instance, others);
    if (const auto checked = checkAlone(instance); !checked)
        return tl::unexpected(checked.error());
    return instance;
}

InstanceChecker::InstanceChecker(const std::vector<Instance> &others)
    : m_uses(kColours.size(), 0)
{
    for (const auto &instance : others)
        add(instance);
}

void InstanceChecker::add(const Instance &instance)
{
    m_ids.insert(instance.id);
    m_names.insert(folded(instance.name), {instance.name, instance.baseUrl});
    if (const auto colour = colourOf(instance); colour < m_uses.size())
        ++m_uses[colour];
}

Result<Instance> InstanceChecker::take(Instance instance)
{
    if (const auto trimmed = trimName(instance); !trimmed)
        return tl::unexpected(trimmed.error());
    if (const auto same = m_names.constFind(folded(instance.name)); same != m_names.constEnd())
        return nameTaken(same->name, same->baseUrl);
    if (instance.colour.isEmpty())
        instance.colour = QString::fromLatin1(kColours[std::size_t(std::ranges::min_element(m_uses) - m_uses.begin())]);
    if (const auto checked = checkAlone(instance); !checked)
        return tl::unexpected(checked.error());
    add(instance);
    return instance;
}

} // namespace lynceus
