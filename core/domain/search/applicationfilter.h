#pragma once

#include "core/domain/search/bigramset.h"
#include "core/domain/search/searchedtext.h"

#include <QStringList>

#include <map>
#include <vector>

namespace lynceus {

/// One word of a filter: `health:degraded,missing`, `-project:legacy`, `"exact words"`, or free text.
struct FilterToken
{
    enum class Field { Text, Name, Namespace, Instance, Project, Health, Sync, Image, Label, Is };
    Field field = Field::Text;
    bool negated = false;
    QStringList alternatives; ///< lower case, not empty strings; any may match. Empty: the value is incomplete
    QString problem;          ///< if not empty: why the word is invalid, one sentence; an invalid word hides nothing
    qsizetype start = 0;      ///< in the text
    qsizetype length = 0;

    friend bool operator==(const FilterToken &, const FilterToken &) = default;
};

/// A filter for applications as users type it: words separated by spaces, all of which must match.
///
/// `FIELD:VALUE[,VALUE…]` with name, namespace, instance, project, health, sync, image, label (`team=shop`), is
/// (`pinned`); a leading minus negates; quotes group words; other words are searched in name, project and images.
/// Case-insensitive. Health and sync match from the start of the word, other fields anywhere.
struct FilterWords
{
    std::vector<FilterToken> tokens;

    [[nodiscard]] bool isEmpty() const { return tokens.empty(); }
    friend bool operator==(const FilterWords &, const FilterWords &) = default;
};

[[nodiscard]] FilterWords parseApplicationFilter(QStringView text);

/// The texts that FilterMatcher searches, all but the labels in lower case. Owns nothing, so that callers with 50,000
/// applications need no copies.
struct FilterView
{
    QStringView name;
    QStringView nameSpace;
    QStringView instance; ///< display name
    QStringView project;
    QByteArrayView searched;                            ///< SearchedText::all()
    QByteArrayView images;                              ///< SearchedText::images()
    const BigramSet *bigrams = nullptr;                 ///< of `searched`; null: not known
    const std::map<QString, QString> *labels = nullptr; ///< of the application; null: none
    QStringView health;
    QStringView sync;
    bool pinned = false;
};

/// FilterView with its own texts.
struct FilterSubject
{
    QString name;
    QString nameSpace;
    QString instance; ///< display name
    QString project;
    SearchedText searched;                              ///< name, project and images
    const std::map<QString, QString> *labels = nullptr; ///< of the application, which must outlive this; null: none
    QStringView health;
    QStringView sync;
    bool pinned = false;

    /// Valid as long as this object.
    [[nodiscard]] FilterView view() const
    {
        return {name,    nameSpace, instance, project, searched.all(), searched.images(),
                nullptr, labels,    health,   sync,    pinned};
    }
};

/// Whether everything that @p next matches also matches @p before, as when the user extends a word; then only the
/// previous matches must be checked. False if uncertain.
[[nodiscard]] bool narrows(const FilterWords &next, const FilterWords &before);

/// "health", …; empty for Text.
[[nodiscard]] QString nameOf(FilterToken::Field field);
/// All field names for completion before a colon.
[[nodiscard]] QStringList filterFieldNames();

} // namespace lynceus
