#include "core/domain/instances/productionname.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QStringList textOf(const QString &name)
{
    QStringList words;
    QString word;
    for (const auto letter : name.toLower() + u' ') {
        if (letter.isLetter()) {
            word += letter;
        } else if (!word.isEmpty()) {
            words.append(word);
            word.clear();
        }
    }
    return words;
}

/// The part after the prefix: "env" of "acme.example/env".
bool isEnvironmentLabel(const QString &key)
{
    const auto name = QStringView(key).sliced(key.lastIndexOf(u'/') + 1);
    return std::ranges::any_of(std::array{"env"_L1, "environment"_L1, "stage"_L1},
                               [&](auto known) { return name.compare(known, Qt::CaseInsensitive) == 0; });
}

} // namespace

bool namesProduction(const QString &name)
{
    const auto words = textOf(name);
    if (words == QStringList{u"live"_s})
        return true;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto &word = words[i];
        const bool isNegated = i > 0 && (words[i - 1] == "pre"_L1 || words[i - 1] == "non"_L1);
        if (!isNegated && (word == "prod"_L1 || word == "production"_L1 || word == "prd"_L1))
            return true;
    }
    return false;
}

bool isProduction(const Application &application, const QString &instanceName)
{
    const std::array names{instanceName, application.name, application.nameSpace, application.destinationNamespace,
                           application.project};
    return std::ranges::any_of(names, namesProduction)
        || std::ranges::any_of(application.labels, [](const auto &label) {
               return isEnvironmentLabel(label.first) && namesProduction(label.second);
           });
}

} // namespace lynceus
