#include "core/replay/recordings/recordingwriter.h"

#include "core/domain/redaction/jsonsecrets.h"
#include "core/domain/redaction/secretscanner.h"
#include "core/io/compression/gzip.h"
#include "core/io/writefile.h"
#include "core/replay/recordings/jsonslice.h"

#include <QCryptographicHash>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBestLevel = 9;

/// Container variables are often secrets without a secret name, and verdicts do not need them.
QByteArray withoutAny(const QByteArray &json)
{
    return jsonWithoutSecrets(json, EnvironmentValues::Redacted);
}

QByteArray member(const char *name, const QString &text)
{
    return ",\"" + QByteArray(name) + "\":" + jsonQuoted(text);
}

} // namespace

RecordingWriter::RecordingWriter(RecordingHead head, Replacements replacements)
    : m_head(std::move(head))
    , m_replacements(std::move(replacements))
{ }

QByteArray RecordingWriter::line(Duration at, const QByteArray &kind, const QByteArray &members) const
{
    return m_replacements.applied("{\"t\":" + QByteArray::number(qint64(at.count())) + ",\"kind\":\"" + kind + '"'
                                  + members + '}')
        + '\n';
}

QByteArray RecordingWriter::headLine() const
{
    QByteArray images;
    for (const auto &image : m_head.images)
        images += (images.isEmpty() ? "" : ",") + jsonQuoted(image);
    return line(Duration{0}, "head",
                ",\"tape\":" + QByteArray::number(m_head.version) + member("recorded", formatRfc3339(m_head.recorded))
                    + member("scenario", m_head.scenario) + member("note", m_head.note)
                    + member("argocd", m_head.argocd) + member("app", m_head.application)
                    + member("appNamespace", m_head.applicationNamespace) + member("project", m_head.project)
                    + ",\"expect\":{\"images\":[" + images + "]}");
}

void RecordingWriter::add(Duration at, const QByteArray &kind, const QByteArray &members)
{
    m_text += line(at, kind, members);
    ++m_lines;
}

bool RecordingWriter::addAnswer(Duration at, const QString &path, int status, Duration took, const QByteArray &body)
{
    const auto digest =
        // Only to detect differences.
        QCryptographicHash::hash(QByteArray::number(status) + body, QCryptographicHash::Sha1);
    auto &newest = m_newest[path];
    if (newest == digest)
        return false;
    newest = digest;
    // A line is one JSON text: line breaks between tokens are only layout (in strings they are escaped).
    QByteArray flat = withoutAny(body.trimmed());
    flat.replace('\n', ' ').replace('\r', ' ');
    add(at, "get",
        member("path", path) + ",\"status\":" + QByteArray::number(status) + member("type", u"application/json"_s)
            + ",\"took\":" + QByteArray::number(qint64(took.count()))
            + ",\"body\":" + (flat.isEmpty() ? "null" : flat));
    return true;
}

void RecordingWriter::addMark(Duration at, const QByteArray &kind, const QString &path)
{
    add(at, kind, member("path", path));
}

void RecordingWriter::addFrame(Duration at, const QString &path, const QByteArray &data)
{
    add(at, "frame", member("path", path) + ",\"data\":" + withoutAny(data.trimmed()));
}

void RecordingWriter::addLogLine(Duration at, const QString &pod, const QString &container, bool previous,
                                 const QString &content)
{
    add(at, "log-line",
        member("pod", pod) + member("container", container) + member("content", textWithoutSecrets(content))
            + (previous ? ",\"previous\":true" : ""));
}

Result<void> RecordingWriter::write(const QString &fileName) const
{
    return writePrivateFile(fileName, fileName.endsWith(".gz"_L1) ? gzipped(text(), kBestLevel) : text());
}

} // namespace lynceus
