#include "core/domain/environments/environment.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Each `*` matches as little as possible; backtracking to the last one suffices, so the time is linear in both texts
/// per star.
bool fits(QStringView pattern, QStringView text)
{
    qsizetype at = 0;
    qsizetype in = 0;
    qsizetype star = -1;   // of the pattern
    qsizetype starIn = -1; // where its match ends
    while (in < text.size()) {
        if (at < pattern.size() && pattern[at] == u'*') {
            star = at++;
            starIn = in;
        } else if (at < pattern.size() && pattern[at].toCaseFolded() == text[in].toCaseFolded()) {
            ++at;
            ++in;
        } else if (star >= 0) {
            at = star + 1;
            in = ++starIn;
        } else {
            return false;
        }
    }
    while (at < pattern.size() && pattern[at] == u'*')
        ++at;
    return at == pattern.size();
}

QString matchedText(const Environment &environment, const EnvironmentSubject &subject)
{
    switch (environment.by) {
    case Environment::By::Instance:
        return subject.instanceName;
    case Environment::By::Namespace:
        return subject.nameSpace;
    case Environment::By::Cluster:
        return subject.cluster;
    case Environment::By::Project:
        return subject.project;
    case Environment::By::Label: {
        if (!subject.labels)
            return {};
        const auto found = subject.labels->find(environment.label);
        return found == subject.labels->end() ? QString() : found->second;
    }
    }
    Q_UNREACHABLE();
}

bool isColour(const QString &text)
{
    return text.size() == 7 && text[0] == u'#' && std::all_of(text.begin() + 1, text.end(), [](QChar letter) {
               const auto lower = letter.toLower();
               return (letter >= u'0' && letter <= u'9') || (lower >= u'a' && lower <= u'f');
           });
}

/// Empty: valid.
QString whatIsWrong(const Environment &environment)
{
    if (environment.name.size() > kLongestEnvironmentName)
        return u"the name has more than %1 characters"_s.arg(kLongestEnvironmentName);
    if (!isColour(environment.colour))
        return u"“%1” is not a colour such as #c62f3d"_s.arg(environment.colour);
    if (environment.by == Environment::By::Label && environment.label.isEmpty())
        return u"the key of the label is missing; enter the rule as stage=prod"_s;
    if (environment.values.isEmpty())
        return u"enter at least one %1, such as prod or prod-*"_s.arg(
            environment.by == Environment::By::Label ? u"value"_s : nameOf(environment.by));
    if (environment.values.size() > kMostEnvironmentValues)
        return u"more than %1 values"_s.arg(kMostEnvironmentValues);
    const auto tooLong = std::ranges::find_if(environment.values, [](const QString &value) {
        return value.isEmpty() || value.size() > kLongestEnvironmentValue;
    });
    if (tooLong != environment.values.end() || environment.label.size() > 2 * kLongestEnvironmentValue)
        return u"a value is empty or has more than %1 characters"_s.arg(kLongestEnvironmentValue);
    return {};
}

} // namespace

EnvironmentSubject environmentSubject(const Application &application, const QString &instanceName)
{
    return {.instanceName = instanceName,
            .nameSpace = application.destinationNamespace,
            .cluster = application.destinationCluster,
            .project = application.project,
            .labels = &application.labels};
}

const Environment *environmentOf(const std::vector<Environment> &environments, const EnvironmentSubject &subject)
{
    const auto first = std::ranges::find_if(environments, [&subject](const Environment &environment) {
        const auto text = matchedText(environment, subject);
        return !text.isEmpty()
            && std::ranges::any_of(environment.values, [&text](const QString &value) { return fits(value, text); });
    });
    return first == environments.end() ? nullptr : &*first;
}

Result<void> checkEnvironments(const std::vector<Environment> &environments)
{
    if (environments.size() > kMostEnvironments)
        return badInput(u"there are more than %1 environments"_s.arg(kMostEnvironments));
    QSet<QString> names;
    for (std::size_t at = 0; at < environments.size(); ++at) {
        const auto &environment = environments[at];
        if (environment.name.trimmed().isEmpty())
            return badInput(u"environment %1: the name is missing"_s.arg(at + 1));
        if (names.contains(environment.name.toCaseFolded()))
            return badInput(u"environment “%1”: there are two with this name"_s.arg(environment.name));
        names.insert(environment.name.toCaseFolded());
        if (const auto wrong = whatIsWrong(environment); !wrong.isEmpty())
            return badInput(u"environment “%1”: %2"_s.arg(environment.name, wrong));
    }
    return {};
}

QString nameOf(Environment::By by)
{
    switch (by) {
    case Environment::By::Instance:
        return u"instance"_s;
    case Environment::By::Namespace:
        return u"namespace"_s;
    case Environment::By::Cluster:
        return u"cluster"_s;
    case Environment::By::Project:
        return u"project"_s;
    case Environment::By::Label:
        return u"label"_s;
    }
    Q_UNREACHABLE();
}

QString ruleText(const Environment &environment)
{
    const auto values = environment.values.join(u", "_s);
    if (environment.by != Environment::By::Label)
        return values;
    return environment.label.isEmpty() && values.isEmpty() ? QString() : environment.label + u'=' + values;
}

void setRuleText(Environment &environment, const QString &text)
{
    auto values = QStringView(text);
    environment.label.clear();
    if (environment.by == Environment::By::Label) {
        const auto equals = values.indexOf(u'=');
        environment.label = values.first(std::max<qsizetype>(equals, 0)).trimmed().toString();
        values = values.sliced(equals + 1);
    }
    environment.values.clear();
    const auto parts = values.split(u',');
    for (const auto part : parts) {
        if (const auto value = part.trimmed(); !value.isEmpty())
            environment.values.append(value.toString());
    }
}

} // namespace lynceus
