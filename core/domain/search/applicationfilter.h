#pragma once

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
    QStringList alternatives; ///< lower case, none empty; any of them may fit. Empty: the value is still being typed
    QString problem;          ///< not empty: this cannot be understood and hides nothing; one sentence
    qsizetype start = 0;      ///< in the text
    qsizetype length = 0;

    friend bool operator==(const FilterToken &, const FilterToken &) = default;
};

/// A filter for applications as people type it: words apart from each other by spaces, all of which must fit.
///
/// `FIELD:VALUE[,VALUE…]` with name, namespace, instance, project, health, sync, image, label (`team=shop`), is
/// (`pinned`); a minus in front turns it round; quotes hold spaces together; other words are sought in name, project
/// and images. Upper and lower case are the same. Health and sync fit from the start of their word, the others in any
/// part.
struct FilterWords
{
    std::vector<FilterToken> tokens;

    [[nodiscard]] bool isEmpty() const { return tokens.empty(); }
    friend bool operator==(const FilterWords &, const FilterWords &) = default;
};

[[nodiscard]] FilterWords parseApplicationFilter(QStringView text);

/// What is sought in (FilterMatcher), all of it but the labels in lower case. It owns nothing: for who keeps 50,000
/// applications, most of whose texts are in lower case already.
struct FilterView
{
    QStringView name;
    QStringView nameSpace;
    QStringView instance; ///< its display name
    QStringView project;
    QByteArrayView searched;                            ///< SearchedText::all()
    QByteArrayView images;                              ///< SearchedText::images()
    const std::map<QString, QString> *labels = nullptr; ///< the application's own; null: none
    QStringView health;
    QStringView sync;
    bool pinned = false;
};

/// The same with its own texts.
struct FilterSubject
{
    QString name;
    QString nameSpace;
    QString instance; ///< its display name
    QString project;
    SearchedText searched;                              ///< name, project and images
    const std::map<QString, QString> *labels = nullptr; ///< the application's own, which outlive this; null: none
    QStringView health;
    QStringView sync;
    bool pinned = false;

    /// Valid as long as this.
    [[nodiscard]] FilterView view() const
    {
        return {name, nameSpace, instance, project, searched.all(), searched.images(), labels, health, sync, pinned};
    }
};

/// Whether all that @p next lets through fits @p before as well, as when a word is typed on: then only those that
/// fitted need to be looked at. False where it is not sure.
[[nodiscard]] bool narrows(const FilterWords &next, const FilterWords &before);

/// "health", …; empty for Text.
[[nodiscard]] QString nameOf(FilterToken::Field field);
/// All that may stand before a colon.
[[nodiscard]] QStringList filterFieldNames();

} // namespace lynceus
