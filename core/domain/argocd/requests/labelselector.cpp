#include "core/domain/argocd/requests/labelselector.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kNameLimit = 63;    // characters of a label's name or value (Kubernetes, "Labels and Selectors")
constexpr qsizetype kPrefixLimit = 253; // characters of the DNS subdomain before the slash

bool isAlphanumeric(QChar c)
{
    return c.unicode() < 128 && c.isLetterOrNumber();
}

/// Letters, digits, "-", "_", "."; starts and ends with a letter or digit.
bool isLabelText(QStringView text)
{
    if (text.isEmpty() || text.size() > kNameLimit || !isAlphanumeric(text.front()) || !isAlphanumeric(text.back()))
        return false;
    return std::ranges::all_of(text, [](QChar c) { return isAlphanumeric(c) || c == u'-' || c == u'_' || c == u'.'; });
}

bool isLabelPrefix(QStringView text)
{
    const auto allowed = [](QChar c) { return c.isDigit() || (c >= u'a' && c <= u'z') || c == u'-' || c == u'.'; };
    return !text.isEmpty() && text.size() <= kPrefixLimit && isAlphanumeric(text.front()) && isAlphanumeric(text.back())
        && std::ranges::all_of(text, allowed);
}

bool isLabelKey(QStringView key)
{
    const auto slash = key.indexOf(u'/');
    if (slash < 0)
        return isLabelText(key);
    return isLabelPrefix(key.first(slash)) && isLabelText(key.sliced(slash + 1));
}

/// Commas in parentheses belong to a set of values.
QStringList topLevelTerms(QStringView text)
{
    QStringList terms;
    QString term;
    int depth = 0;
    for (const auto c : text) {
        depth += c == u'(' ? 1 : c == u')' ? -1 : 0;
        if (c == u',' && depth == 0) {
            terms.append(term);
            term.clear();
        } else {
            term.append(c);
        }
    }
    terms.append(term);
    return terms;
}

struct Comparison
{
    QLatin1StringView sign;
    LabelRequirement::Operator op;
};

// Longer operators first: "==" is not "=" with a value that starts with "=".
constexpr Comparison kComparisons[] = {
    {"!="_L1, LabelRequirement::Operator::NotIn},   {"=="_L1, LabelRequirement::Operator::In},
    {"="_L1, LabelRequirement::Operator::In},       {">"_L1, LabelRequirement::Operator::GreaterThan},
    {"<"_L1, LabelRequirement::Operator::LessThan},
};

tl::unexpected<Error> notUnderstood(QStringView term, const QString &why)
{
    return badInput(u"label selector: \"%1\" %2"_s.arg(term.toString(), why));
}

Result<LabelRequirement> checked(LabelRequirement requirement, QStringView term)
{
    using Operator = LabelRequirement::Operator;
    if (!isLabelKey(requirement.key))
        return notUnderstood(term, u"does not start with a label name such as app.kubernetes.io/name"_s);
    const bool numeric = requirement.op == Operator::GreaterThan || requirement.op == Operator::LessThan;
    for (const auto &value : requirement.values) {
        bool isNumber = false;
        std::ignore = value.toLongLong(&isNumber);
        if (numeric && !isNumber)
            return notUnderstood(term, u"requires an integer"_s);
        if (!value.isEmpty() && !numeric && !isLabelText(value))
            return notUnderstood(term, u"has a value that is not a valid label value"_s);
    }
    return requirement;
}

/// "key in (a, b)" and "key notin (a, b)".
Result<LabelRequirement> parseSet(QStringView term)
{
    const auto open = term.indexOf(u'(');
    if (!term.endsWith(u')') || term.sliced(open + 1).indexOf(u')') != term.size() - open - 2)
        return notUnderstood(term, u"has no closing parenthesis at its end"_s);
    const auto head = term.first(open).toString().simplified().split(u' ');
    if (head.size() != 2 || (head[1] != "in"_L1 && head[1] != "notin"_L1))
        return notUnderstood(term, u"must be NAME in (A, B) or NAME notin (A, B)"_s);
    LabelRequirement requirement{
        head[0], head[1] == "in"_L1 ? LabelRequirement::Operator::In : LabelRequirement::Operator::NotIn, {}};
    const auto inside = term.sliced(open + 1, term.size() - open - 2);
    for (const auto value : inside.tokenize(u','))
        requirement.values.append(value.trimmed().toString());
    return checked(std::move(requirement), term);
}

Result<LabelRequirement> parseTerm(QStringView term)
{
    if (term.contains(u'('))
        return parseSet(term);
    if (term.startsWith(u'!') && !term.startsWith("!="_L1))
        return checked({term.sliced(1).trimmed().toString(), LabelRequirement::Operator::DoesNotExist, {}}, term);
    for (const auto &comparison : kComparisons) {
        const auto at = term.indexOf(comparison.sign);
        if (at < 0)
            continue;
        return checked({term.first(at).trimmed().toString(),
                        comparison.op,
                        {term.sliced(at + comparison.sign.size()).trimmed().toString()}},
                       term);
    }
    return checked({term.toString(), LabelRequirement::Operator::Exists, {}}, term);
}

bool holds(const LabelRequirement &requirement, const std::map<QString, QString> &labels)
{
    using Operator = LabelRequirement::Operator;
    const auto label = labels.find(requirement.key);
    const bool present = label != labels.end();
    const auto compared = [&](auto compare) {
        bool isNumber = false;
        const auto number = present ? label->second.toLongLong(&isNumber) : 0;
        return isNumber && compare(number, requirement.values.value(0).toLongLong());
    };
    switch (requirement.op) {
    case Operator::Exists:
        return present;
    case Operator::DoesNotExist:
        return !present;
    case Operator::In:
        return present && requirement.values.contains(label->second);
    case Operator::NotIn:
        return !present || !requirement.values.contains(label->second);
    case Operator::GreaterThan:
        return compared([](qint64 left, qint64 right) { return left > right; });
    case Operator::LessThan:
        return compared([](qint64 left, qint64 right) { return left < right; });
    }
    return false;
}

} // namespace

Result<LabelSelector> parseLabelSelector(QStringView text)
{
    LabelSelector selector;
    if (text.trimmed().isEmpty())
        return selector;
    const auto terms = topLevelTerms(text);
    for (const auto &term : terms) {
        const auto trimmed = QStringView(term).trimmed();
        if (trimmed.isEmpty())
            return badInput(u"label selector: \"%1\" has an empty part between commas"_s.arg(text.toString()));
        auto requirement = parseTerm(trimmed);
        if (!requirement)
            return tl::unexpected(requirement.error());
        selector.requirements.push_back(std::move(*requirement));
    }
    return selector;
}

bool matches(const LabelSelector &selector, const std::map<QString, QString> &labels)
{
    return std::ranges::all_of(selector.requirements,
                               [&](const LabelRequirement &requirement) { return holds(requirement, labels); });
}

} // namespace lynceus
