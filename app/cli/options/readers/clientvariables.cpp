#include "app/cli/options/readers/clientvariables.h"

#include "core/domain/redaction/redact.h"
#include "core/domain/watch/watchrequests.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kMostShown = 80; // characters of a value that an error repeats
constexpr std::array kRequired{"ARGO_WATCHER_URL", "ARGO_APP", "IMAGES", "IMAGE_TAG", "COMMIT_AUTHOR", "PROJECT_NAME"};

Error about(const QString &name, const QString &value, const QString &message)
{
    return {Error::Kind::BadInput, name + u'=' + redactedText(value, kMostShown), message, false, 0};
}

/// Reads variables one by one and keeps the first error.
class VariableReader final
{
public:
    explicit VariableReader(const Variables &variables)
        : m_variables(variables)
    { }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] QString text(const QString &name) const { return m_variables(name); }

    template<typename T>
    [[nodiscard]] std::optional<T> read(const QString &name, Result<T> (*parse)(const QString &))
    {
        const auto value = text(name);
        if (value.isEmpty())
            return std::nullopt;
        auto parsed = parse(value);
        if (parsed)
            return *std::move(parsed);
        fail(about(name, value, parsed.error().message));
        return std::nullopt;
    }

    void fail(Error error)
    {
        if (!m_error)
            m_error = std::move(error);
    }

private:
    const Variables &m_variables;
    std::optional<Error> m_error;
};

Result<Duration> parseSeconds(const QString &text)
{
    const auto most = std::chrono::floor<std::chrono::seconds>(kLongestTimeout).count();
    bool isNumber = false;
    const auto seconds = text.toLongLong(&isNumber);
    if (!isNumber || seconds < 0 || seconds > most)
        return badInput(u"not a whole number of seconds from 0 to %1"_s.arg(most));
    return Duration(std::chrono::seconds(seconds));
}

Result<Duration> parsePositive(const QString &text)
{
    constexpr Duration kLeast{100};
    auto duration = parseGoDuration(text);
    if (duration && *duration < kLeast)
        return badInput(u"too short; use 100ms or more"_s);
    return duration;
}

/// Milliseconds of a duration's unit; zero for an unknown one.
double millisecondsOf(const QString &unit)
{
    constexpr double kSecond = 1'000;
    constexpr double kMinute = 60 * kSecond;
    if (unit == "h"_L1)
        return 60 * kMinute;
    if (unit == "m"_L1)
        return kMinute;
    if (unit == "s"_L1)
        return kSecond;
    if (unit == "ms"_L1)
        return 1;
    return unit == "ns"_L1 ? 1e-6 : 1e-3; // us, µs
}

void readImages(VariableReader &reader, ClientVariables &variables)
{
    const auto tag = reader.text(u"IMAGE_TAG"_s);
    const auto text = reader.text(u"IMAGES"_s);
    const auto separator = tag.startsWith("sha256:"_L1) ? u'@' : u':';
    for (const auto &part : text.split(u',')) {
        const auto image = part.trimmed();
        if (image.isEmpty()) {
            reader.fail(about(u"IMAGES"_s, text, u"one of the images is empty; separate them by single commas"_s));
            return;
        }
        variables.images += image + separator + tag;
    }
}

} // namespace

Result<Duration> parseGoDuration(const QString &text)
{
    static const QRegularExpression form(u"^(?:[0-9]{1,9}(?:\\.[0-9]{0,9})?(?:ns|us|µs|ms|s|m|h))+$"_s);
    static const QRegularExpression part(u"([0-9]+(?:\\.[0-9]*)?)(ns|us|µs|ms|s|m|h)"_s);
    constexpr double kMost = 1e12; // ms, 30 years
    if (text == "0"_L1)
        return Duration{0};
    double total = 0;
    if (form.match(text).hasMatch()) {
        for (auto parts = part.globalMatch(text); parts.hasNext();) {
            const auto match = parts.next();
            total += match.captured(1).toDouble() * millisecondsOf(match.captured(2));
        }
    }
    if (!form.match(text).hasMatch() || total > kMost)
        return badInput(u"not a duration; use 15s, 1m30s or 500ms"_s);
    return Duration(std::llround(total));
}

Result<bool> parseGoBool(const QString &text)
{
    static const QStringList yes{u"1"_s, u"t"_s, u"T"_s, u"TRUE"_s, u"true"_s, u"True"_s};
    static const QStringList no{u"0"_s, u"f"_s, u"F"_s, u"FALSE"_s, u"false"_s, u"False"_s};
    if (yes.contains(text) || no.contains(text))
        return yes.contains(text);
    return badInput(u"neither true nor false"_s);
}

Result<ClientVariables> readClientVariables(const Variables &variables, const QSet<QString> &given)
{
    QStringList missing;
    for (const auto *required : kRequired) {
        const auto name = QString::fromLatin1(required);
        if (!given.contains(name) && variables(name).isEmpty())
            missing += name;
    }
    if (!missing.isEmpty())
        return badInput(u"--from-env requires %1 not to be empty"_s.arg(missing.size() == 1 ? u"it"_s : u"them"_s),
                        missing.join(u", "_s));
    VariableReader reader(variables);
    ClientVariables read;
    read.server = reader.text(u"ARGO_WATCHER_URL"_s);
    read.app = reader.text(u"ARGO_APP"_s);
    if (!given.contains(u"IMAGES"_s))
        readImages(reader, read);
    read.author = reader.text(u"COMMIT_AUTHOR"_s);
    read.project = reader.text(u"PROJECT_NAME"_s);
    read.taskTimeout = reader.read(u"TASK_TIMEOUT"_s, parseSeconds);
    if (read.taskTimeout == Duration{0}) // as in Argo Watcher's client: the server's default
        read.taskTimeout.reset();
    read.refresh = reader.read(u"TASK_REFRESH"_s, parseGoBool);
    read.interval = reader.read(u"RETRY_INTERVAL"_s, parsePositive).value_or(read.interval);
    read.requestTimeout = reader.read(u"TIMEOUT"_s, parsePositive).value_or(read.requestTimeout);
    std::ignore = reader.read(u"EXPECTED_DEPLOY_TIME"_s, parseGoDuration); // only validated, not used
    read.debug = reader.read(u"DEBUG"_s, parseGoBool).value_or(false);
    if (reader.error())
        return tl::unexpected(*reader.error());
    return read;
}

} // namespace lynceus
