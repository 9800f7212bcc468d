#include "core/replay/recordings/recording.h"

#include "core/io/compression/gzip.h"
#include "core/replay/recordings/jsonslice.h"

#include <QFile>

#include <algorithm>

#include <nlohmann/json.hpp>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRecordingVersion = 1;
constexpr int kMostDepth = 200; ///< Argo CD's answers have fewer than 40 levels
/// Decompressed; an hour of a busy application has about 100 MiB.
constexpr qsizetype kMostBytes = qsizetype(256) << 20;
constexpr Duration kMostDisorder{5'000}; ///< overlapping requests are written in the order of their ends

/// Checks that a line is one JSON object and records its top-level members; objects and arrays are then cut from the
/// text, so that bodies stay as received.
class LineReader final : public nlohmann::json_sax<nlohmann::json>
{
public:
    QHash<QByteArray, QByteArray> texts;
    QHash<QByteArray, qint64> numbers;
    QString problem;

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t value) override { return keep(value); }
    bool number_unsigned(number_unsigned_t value) override { return keep(static_cast<qint64>(value)); }
    bool number_float(number_float_t, const string_t &) override { return true; }
    bool string(string_t &value) override
    {
        if (m_depth == 1)
            texts.insert(m_key, QByteArray::fromStdString(value));
        return true;
    }
    bool binary(binary_t &) override { return true; }
    bool start_object(std::size_t) override { return deeper(); }
    bool end_object() override { return --m_depth >= 0; }
    bool start_array(std::size_t) override { return m_depth > 0 ? deeper() : fail(u"it is not a JSON object"_s); }
    bool end_array() override { return --m_depth >= 0; }
    bool key(string_t &value) override
    {
        if (m_depth == 1)
            m_key = QByteArray::fromStdString(value);
        return true;
    }
    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &) override
    {
        return fail(u"it is not valid JSON at byte %1"_s.arg(position));
    }

private:
    bool fail(const QString &text)
    {
        problem = text;
        return false;
    }
    bool deeper()
    {
        return ++m_depth <= kMostDepth || fail(u"it has more than %1 levels of nesting"_s.arg(kMostDepth));
    }
    bool keep(qint64 value)
    {
        if (m_depth == 1)
            numbers.insert(m_key, value);
        return true;
    }

    int m_depth = 0;
    QByteArray m_key;
};

std::optional<RecordingLine::Kind> lineKind(const QByteArray &name)
{
    using Kind = RecordingLine::Kind;
    static constexpr std::pair<const char *, Kind> kKinds[] = {
        {"get", Kind::Get},
        {"stream-open", Kind::StreamOpen},
        {"frame", Kind::Frame},
        {"keepalive", Kind::Keepalive},
        {"stream-close", Kind::StreamClose},
        {"stream-error", Kind::StreamError},
        {"truth", Kind::Truth},
        {"log", Kind::Log},
        {"log-line", Kind::LogLine},
        {"manifest", Kind::Manifest},
    };
    const auto *found = std::ranges::find_if(kKinds, [&](const auto &entry) { return name == entry.first; });
    return found == std::end(kKinds) ? std::nullopt : std::optional(found->second);
}

/// An object or array as in the line, or the text of a string.
QByteArray payload(QByteArrayView line, const LineReader &reader, const QByteArray &key)
{
    const QByteArrayView raw = jsonValue(line, {key});
    return raw.startsWith('"') ? reader.texts.value(key) : raw.toByteArray();
}

Result<RecordingHead> readHead(QByteArrayView line, const LineReader &reader)
{
    if (reader.texts.value("kind") != "head")
        return badInput(u"it is not a recording: the first line must have \"kind\":\"head\""_s);
    RecordingHead head;
    head.version = static_cast<int>(std::clamp<qint64>(reader.numbers.value("tape", 0), 0, 1'000'000));
    if (head.version != kRecordingVersion)
        return badInput(
            u"it has recording format %1; this version reads format %2"_s.arg(head.version).arg(kRecordingVersion));
    const auto recorded = parseRfc3339(reader.texts.value("recorded"));
    if (!recorded)
        return badInput(u"\"recorded\" is not an RFC 3339 time"_s);
    head.recorded = *recorded;
    head.scenario = QString::fromUtf8(reader.texts.value("scenario"));
    head.note = QString::fromUtf8(reader.texts.value("note"));
    head.argocd = QString::fromUtf8(reader.texts.value("argocd"));
    head.application = QString::fromUtf8(reader.texts.value("app"));
    head.applicationNamespace = QString::fromUtf8(reader.texts.value("appNamespace"));
    head.project = QString::fromUtf8(reader.texts.value("project"));
    const QByteArrayView expect = jsonValue(line, {"expect"});
    if (const QString image = jsonString(jsonValue(expect, {"image"})); !image.isEmpty())
        head.images << image;
    for (JsonWalker images(jsonValue(expect, {"images"})); images.next();)
        head.images << jsonString(images.value());
    return head;
}

/// Empty for an unknown kind: the format may be extended.
Result<std::optional<RecordingLine>> readLine(QByteArrayView text, const LineReader &reader)
{
    const auto at = reader.numbers.find("t");
    if (at == reader.numbers.end() || *at < 0)
        return badInput(u"\"t\" is missing or not a number of milliseconds"_s);
    const auto kind = lineKind(reader.texts.value("kind"));
    if (!kind)
        return std::nullopt;
    RecordingLine line;
    line.kind = *kind;
    line.at = Duration(*at);
    line.path = QString::fromUtf8(reader.texts.value("path"));
    line.status = static_cast<int>(std::clamp<qint64>(reader.numbers.value("status", 200), 100, 599));
    line.contentType = reader.texts.value("type");
    if (*kind == RecordingLine::Kind::LogLine) {
        const auto pod = QString::fromUtf8(reader.texts.value("pod"));
        const auto container = QString::fromUtf8(reader.texts.value("container"));
        if (pod.isEmpty() || container.isEmpty())
            return badInput(u"\"pod\" or \"container\" is missing"_s);
        line.path = logPath(pod, container, jsonValue(text, {"previous"}) == "true");
        line.body = reader.texts.value("content");
        return line;
    }
    if (*kind == RecordingLine::Kind::Truth || *kind == RecordingLine::Kind::StreamError)
        line.body = text.toByteArray();
    else
        line.body = payload(text, reader, *kind == RecordingLine::Kind::Frame ? "data" : "body");
    if (line.path.isEmpty() && *kind != RecordingLine::Kind::Truth)
        return badInput(u"\"path\" is missing"_s);
    if (*kind == RecordingLine::Kind::Frame && line.body.isEmpty())
        return badInput(u"\"data\" is missing"_s);
    return line;
}

class RecordingReader final
{
public:
    Result<void> add(QByteArrayView text)
    {
        LineReader reader;
        if (!nlohmann::json::sax_parse(text.begin(), text.end(), &reader))
            return badInput(reader.problem);
        if (!m_hasHead) {
            auto head = readHead(text, reader);
            if (!head)
                return tl::unexpected(std::move(head).error());
            m_recording.head = *std::move(head);
            m_hasHead = true;
            return {};
        }
        auto line = readLine(text, reader);
        if (!line)
            return tl::unexpected(std::move(line).error());
        if (*line)
            return append(**std::move(line));
        return {};
    }

    [[nodiscard]] bool hasHead() const { return m_hasHead; }

    Recording take()
    {
        std::ranges::stable_sort(m_recording.lines, {}, &RecordingLine::at);
        return std::move(m_recording);
    }

private:
    Result<void> append(RecordingLine &&line)
    {
        if (line.at + kMostDisorder < m_recording.end)
            return badInput(u"its time %1 ms is before the time %2 ms of an earlier line"_s.arg(line.at.count())
                                .arg(m_recording.end.count()));
        m_recording.end = std::max(m_recording.end, line.at);
        m_recording.lines.push_back(std::move(line));
        return {};
    }

    Recording m_recording;
    bool m_hasHead = false;
};

Result<Recording> readLines(QByteArrayView text)
{
    RecordingReader reader;
    int number = 0;
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype found = text.indexOf('\n', start);
        const qsizetype end = found < 0 ? text.size() : found;
        const QByteArrayView line = text.sliced(start, end - start).trimmed();
        ++number;
        start = end + 1;
        if (line.isEmpty())
            continue;
        if (auto added = reader.add(line); !added)
            return badInput(u"line %1: %2"_s.arg(number).arg(added.error().message));
    }
    if (!reader.hasHead())
        return badInput(u"it is empty"_s);
    return reader.take();
}

} // namespace

QString logPath(const QString &pod, const QString &container, bool previous)
{
    return pod + u'/' + container + (previous ? u"/previous"_s : QString());
}

Result<Recording> parseRecording(const QByteArray &bytes, const QString &name)
{
    const auto named = [&](Error error) {
        error.asked = name;
        error.message = u"%1: %2"_s.arg(name, error.message);
        return error;
    };
    if (!isGzip(bytes))
        return readLines(bytes).map_error(named);
    return gunzipped(bytes, kMostBytes)
        .and_then([](const QByteArray &text) { return readLines(text); })
        .map_error(named);
}

Result<Recording> readRecording(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return badInput(u"%1: %2"_s.arg(fileName, file.errorString()), fileName);
    const QByteArray bytes = file.read(kMostBytes + 1);
    if (bytes.size() > kMostBytes)
        return badInput(u"%1: it is larger than %2 MiB"_s.arg(fileName).arg(kMostBytes >> 20), fileName);
    return parseRecording(bytes, fileName);
}

} // namespace lynceus
