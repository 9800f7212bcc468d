#include "tests/support/tapecase.h"

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

constexpr std::array<QLatin1StringView, 0> kNotYetRight{};

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

TapeCase caseFrom(const QJsonObject &entry)
{
    const auto application = entry["application"_L1].toObject();
    TapeCase tapeCase;
    tapeCase.tape = entry["tape"_L1].toString();
    tapeCase.application = {u"tape"_s, application["namespace"_L1].toString(), application["name"_L1].toString()};
    tapeCase.project = application["project"_L1].toString();
    tapeCase.images = strings(entry["images"_L1]);
    tapeCase.options = strings(entry["options"_L1]);
    tapeCase.registered = Duration{entry["registered_ms"_L1].toInteger()};
    tapeCase.end = Duration{entry["end_ms"_L1].toInteger()};
    tapeCase.running = milliseconds(entry["running_ms"_L1]);
    tapeCase.shown = milliseconds(entry["shown_ms"_L1]);
    tapeCase.evidence = milliseconds(entry["evidence_ms"_L1]);
    tapeCase.outcomes = entry["outcome"_L1].toString().split(u'|');
    tapeCase.causes = strings(entry["cause"_L1]);
    tapeCase.blocker = entry["blocker"_L1].toString();
    tapeCase.notes = strings(entry["notes"_L1]);
    tapeCase.failedBy = milliseconds(entry["failed_by_ms"_L1]);
    tapeCase.neverDeployed = entry["never_deployed"_L1].toBool();
    return tapeCase;
}

Duration durationOption(const TapeCase &tapeCase, const QString &name, Duration otherwise)
{
    const auto text = tapeCase.option(name);
    return text.isEmpty() ? otherwise : parseDuration(text).value_or(otherwise);
}

} // namespace

QString TapeCase::name() const
{
    auto text = QStringList{tape.chopped(9), images.join(u'_').section(u':', -1), options.join(u'_')}.join(u'_');
    text.replace(QRegularExpression(u"[^A-Za-z0-9]+"_s), u"_"_s);
    return text.endsWith(u'_') ? text.chopped(1) : text;
}

QString TapeCase::option(const QString &name, const QString &otherwise) const
{
    const auto at = options.indexOf(name);
    return at >= 0 && at + 1 < options.size() ? options[at + 1] : otherwise;
}

void PrintTo(const TapeCase &tapeCase, std::ostream *stream)
{
    *stream << tapeCase.name().toStdString();
}

std::vector<TapeCase> tapeCases()
{
    QFile file(tapeFile(u"index.json"_s));
    if (!file.open(QFile::ReadOnly))
        return {};
    std::vector<TapeCase> cases;
    for (const auto &entry : QJsonDocument::fromJson(file.readAll()).array())
        cases.push_back(caseFrom(entry.toObject()));
    return cases;
}

bool isNotYetRight(const TapeCase &tapeCase)
{
    return std::ranges::find(kNotYetRight, tapeCase.tape.chopped(9)) != kNotYetRight.end();
}

Expectation expectationOf(const TapeCase &tapeCase, Instant recorded)
{
    Expectation expectation;
    expectation.application = tapeCase.application;
    for (const auto &image : tapeCase.images)
        expectation.images.push_back(parseImageReference(image).value());
    expectation.registeredAt = recorded + tapeCase.registered;
    expectation.deadline =
        expectation.registeredAt + durationOption(tapeCase, u"--timeout"_s, std::chrono::minutes{15});
    expectation.failAfter = durationOption(tapeCase, u"--fail-after"_s, expectation.failAfter);
    expectation.imageGrace = durationOption(tapeCase, u"--image-grace"_s, expectation.imageGrace);
    expectation.bake = durationOption(tapeCase, u"--bake"_s, expectation.bake);
    expectation.acceptSuspended = tapeCase.has(u"--accept-suspended"_s);
    return expectation;
}

QString tapeFile(const QString &name)
{
    return QStringLiteral(LYNCEUS_TEST_DATA "/tapes/") + name;
}

} // namespace lynceus
