#include "tests/support/recordingcase.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QLatin1StringView, 0> kKnownFailures{};

QStringList strings(const QJsonValue &value)
{
    QStringList all;
    for (const auto &entry : value.toArray())
        all.push_back(entry.toString());
    return all;
}

std::optional<Duration> milliseconds(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(Duration{value.toInteger()}) : std::nullopt;
}

RecordingCase caseFrom(const QJsonObject &entry)
{
    const auto application = entry["application"_L1].toObject();
    RecordingCase recordingCase;
    recordingCase.recording = entry["tape"_L1].toString();
    recordingCase.application = {u"tape"_s, application["namespace"_L1].toString(), application["name"_L1].toString()};
    recordingCase.project = application["project"_L1].toString();
    recordingCase.images = strings(entry["images"_L1]);
    recordingCase.options = strings(entry["options"_L1]);
    recordingCase.registered = Duration{entry["registered_ms"_L1].toInteger()};
    recordingCase.end = Duration{entry["end_ms"_L1].toInteger()};
    recordingCase.running = milliseconds(entry["running_ms"_L1]);
    recordingCase.shown = milliseconds(entry["shown_ms"_L1]);
    recordingCase.evidence = milliseconds(entry["evidence_ms"_L1]);
    recordingCase.outcomes = entry["outcome"_L1].toString().split(u'|');
    recordingCase.causes = strings(entry["cause"_L1]);
    recordingCase.blocker = entry["blocker"_L1].toString();
    recordingCase.notes = strings(entry["notes"_L1]);
    recordingCase.failedBy = milliseconds(entry["failed_by_ms"_L1]);
    recordingCase.neverDeployed = entry["never_deployed"_L1].toBool();
    return recordingCase;
}

Duration durationOption(const RecordingCase &recordingCase, const QString &name, Duration otherwise)
{
    const auto text = recordingCase.option(name);
    return text.isEmpty() ? otherwise : parseDuration(text).value_or(otherwise);
}

} // namespace

QString RecordingCase::name() const
{
    auto text = QStringList{recording.chopped(9), images.join(u'_').section(u':', -1), options.join(u'_')}.join(u'_');
    text.replace(QRegularExpression(u"[^A-Za-z0-9]+"_s), u"_"_s);
    return text.endsWith(u'_') ? text.chopped(1) : text;
}

QString RecordingCase::option(const QString &name, const QString &otherwise) const
{
    const auto at = options.indexOf(name);
    return at >= 0 && at + 1 < options.size() ? options[at + 1] : otherwise;
}

void PrintTo(const RecordingCase &recordingCase, std::ostream *stream)
{
    *stream << recordingCase.name().toStdString();
}

std::vector<RecordingCase> recordingCases()
{
    QFile file(recordingFile(u"index.json"_s));
    if (!file.open(QFile::ReadOnly))
        return {};
    std::vector<RecordingCase> cases;
    for (const auto &entry : QJsonDocument::fromJson(file.readAll()).array())
        cases.push_back(caseFrom(entry.toObject()));
    return cases;
}

bool isKnownFailure(const RecordingCase &recordingCase)
{
    return std::ranges::find(kKnownFailures, recordingCase.recording.chopped(9)) != kKnownFailures.end();
}

Expectation expectationOf(const RecordingCase &recordingCase, Instant recorded)
{
    Expectation expectation;
    expectation.application = recordingCase.application;
    for (const auto &image : recordingCase.images)
        expectation.images.push_back(parseImageReference(image).value());
    expectation.registeredAt = recorded + recordingCase.registered;
    expectation.deadline =
        expectation.registeredAt + durationOption(recordingCase, u"--timeout"_s, std::chrono::minutes{15});
    expectation.failAfter = durationOption(recordingCase, u"--fail-after"_s, expectation.failAfter);
    expectation.imageGrace = durationOption(recordingCase, u"--image-grace"_s, expectation.imageGrace);
    expectation.bake = durationOption(recordingCase, u"--bake"_s, expectation.bake);
    expectation.acceptSuspended = recordingCase.has(u"--accept-suspended"_s);
    return expectation;
}

QString recordingFile(const QString &name)
{
    return QStringLiteral(LYNCEUS_TEST_DATA "/recordings/") + name;
}

} // namespace lynceus
