#include "app/cli/doctor/doctorprinter.h"

#include "app/cli/process/console.h"
#include "core/domain/text/visibletext.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using State = Finding::State;

constexpr int kStateWidth = 8;  // "warning" and a space
constexpr int kCheckWidth = 14; // "notifications" and a space

QString nameOf(State state)
{
    switch (state) {
    case State::Ok:
        return u"ok"_s;
    case State::Unknown:
        return u"unknown"_s;
    case State::Warning:
        return u"warning"_s;
    case State::Bad:
        break;
    }
    return u"bad"_s;
}

Tone toneOf(State state)
{
    switch (state) {
    case State::Ok:
        return Tone::Good;
    case State::Unknown:
    case State::Warning:
        return Tone::Doubtful;
    case State::Bad:
        break;
    }
    return Tone::Bad;
}

QJsonArray findingsJson(const Findings &findings)
{
    QJsonArray list;
    for (const auto &finding : findings)
        list.append(QJsonObject{
            {u"check"_s, finding.check},
            {u"state"_s, nameOf(finding.state)},
            {u"message"_s, finding.sentence},
            {u"remedy"_s, finding.remedy.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(finding.remedy)}});
    return list;
}

State worstOf(const Findings &findings)
{
    auto worst = State::Ok;
    for (const auto &finding : findings)
        worst = std::max(worst, finding.state);
    return worst;
}

} // namespace

QByteArray doctorText(const DoctorSection &section, const TextStyle &style)
{
    auto text = toned(section.name, Tone::Strong, style);
    if (!section.address.isEmpty())
        text += u"  "_s + visibleLine(section.address);
    text += u'\n';
    for (const auto &finding : section.findings) {
        text += u"  "_s + toned(nameOf(finding.state).leftJustified(kStateWidth), toneOf(finding.state), style)
            + finding.check.leftJustified(kCheckWidth) + visibleLine(finding.sentence) + u'\n';
        if (!finding.remedy.isEmpty())
            text += QString(2 + kStateWidth + kCheckWidth, u' ') + u"→ "_s + visibleLine(finding.remedy) + u'\n';
    }
    return text.toUtf8();
}

QJsonObject doctorJson(const DoctorSection &computer, const std::vector<DoctorSection> &instances)
{
    auto worst = worstOf(computer.findings);
    QJsonArray list;
    for (const auto &instance : instances) {
        worst = std::max(worst, worstOf(instance.findings));
        list.append(QJsonObject{{u"name"_s, instance.name},
                                {u"url"_s, instance.address},
                                {u"findings"_s, findingsJson(instance.findings)}});
    }
    return {{u"worst"_s, nameOf(worst)}, {u"computer"_s, findingsJson(computer.findings)}, {u"instances"_s, list}};
}

ExitCode doctorExit(const std::vector<DoctorSection> &sections)
{
    auto exit = ExitCode::Done;
    for (const auto &section : sections) {
        for (const auto &finding : section.findings) {
            if (finding.state == State::Bad)
                exit = std::max(exit, exitCodeOf(finding.kind.value_or(Error::Kind::Unreachable)),
                                [](ExitCode one, ExitCode other) { return int(one) < int(other); });
        }
    }
    return exit;
}

} // namespace lynceus
