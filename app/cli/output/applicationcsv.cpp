#include "app/cli/output/applicationlist.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kExpectedRowSize = 192; // bytes

/// RFC 4180 §2: quoted where a comma, a quote or a line break is inside. A sign that makes a formula of a cell in
/// spreadsheets gets an apostrophe before it.
void appendCell(QByteArray &text, const QString &cell, char end)
{
    const bool isFormula = !cell.isEmpty() && u"=+-@"_s.contains(cell.front());
    const bool isQuoted =
        std::ranges::any_of(cell, [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r'; });
    if (isQuoted)
        text += '"';
    if (isFormula)
        text += '\'';
    text += isQuoted ? QString(cell).replace(u'"', "\"\""_L1).toUtf8() : cell.toUtf8();
    if (isQuoted)
        text += '"';
    text += end;
}

} // namespace

QByteArray applicationCsv(const ApplicationRows &rows, const QString &instance)
{
    QByteArray text = "instance,namespace,name,project,health,sync,revisions,images,operation,finishedAt\r\n";
    text.reserve(qsizetype(rows.size()) * kExpectedRowSize);
    for (const auto *row : rows) {
        const auto &operation = row->operationState;
        const auto finishedAt = operation && operation->finishedAt ? formatRfc3339(*operation->finishedAt) : QString();
        appendCell(text, instance, ',');
        appendCell(text, row->nameSpace, ',');
        appendCell(text, row->name, ',');
        appendCell(text, row->project, ',');
        appendCell(text, nameOf(row->health.status), ',');
        appendCell(text, nameOf(row->sync), ',');
        appendCell(text, row->revisions.join(u' '), ',');
        appendCell(text, row->summaryImages.join(u' '), ',');
        appendCell(text, operation ? nameOf(operation->phase) : QString(), ',');
        appendCell(text, finishedAt, '\r');
        text += '\n';
    }
    return text;
}

} // namespace lynceus
