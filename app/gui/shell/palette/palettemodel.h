#pragma once

#include "core/domain/model/ids.h"
#include "core/domain/search/fuzzymatch.h"

#include <QAbstractListModel>
#include <QPointer>

#include <variant>

class QAction;

namespace lynceus {

/// Target of an entry.
struct PaletteWatch
{
    QString id;
};
struct PaletteInstance
{
    QString id;
};
using PaletteTarget = std::variant<QAction *, PaletteWatch, ApplicationKey, PaletteInstance>;

struct PaletteEntry
{
    QString title;
    QString detail; ///< muted, behind the title; searched as well
    QString glyph;
    PaletteTarget target;
};

/// The best fifty matches of all entries.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole, GlyphRole, PlacesRole };

    using QAbstractListModel::QAbstractListModel;

    /// Among equal matches, commands come first, then watches, instances and applications.
    void setEntries(std::vector<PaletteEntry> entries);
    void search(const QString &typed);
    [[nodiscard]] const PaletteEntry &at(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<PaletteEntry> m_entries;
    std::vector<FuzzyCandidate> m_candidates;
    std::vector<FuzzyHit> m_hits;
    FuzzyPattern m_pattern{QStringView()};
};

} // namespace lynceus
