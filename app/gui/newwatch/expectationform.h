#pragma once

#include "core/domain/newwatch/watchplan.h"

#include <QStringList>
#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace lynceus {

class ChipRow;
class WatchTargets;

/// The part of New watch that says what is expected where it is no image, and of which application where that is typed,
/// because no search finds it.
class ExpectationForm final : public QWidget
{
    Q_OBJECT
public:
    explicit ExpectationForm(const WatchTargets &targets, QWidget *parent = nullptr);

    [[nodiscard]] ExpectedVersion::Kind kind() const;
    [[nodiscard]] Result<ExpectedVersion> version() const;
    /// The application is typed, not chosen from what the search has found.
    [[nodiscard]] bool isNamed() const;
    /// @p image what was typed in the field above; counts where an image is expected.
    [[nodiscard]] Result<NamedApplication> named(const std::optional<ImageReference> &image) const;
    /// It is not one application but those that it manages.
    [[nodiscard]] bool isParent() const;
    /// What is missing or wrong in these fields; empty: nothing.
    [[nodiscard]] QString problem(const std::optional<ImageReference> &image) const;

Q_SIGNALS:
    /// What is asked for is another kind now: other fields are shown.
    void kindChanged();
    /// Another value of the same kind.
    void valueChanged();

private:
    void build();
    void listen();
    void showKind();
    void showInstances();

    const WatchTargets &m_targets;
    ChipRow *m_kinds;
    QLineEdit *m_version; ///< of a revision or chart version
    QCheckBox *m_awaits;
    QCheckBox *m_withChildren;
    QWidget *m_namedLine = nullptr;
    QLineEdit *m_name;
    ChipRow *m_instances;
    QStringList m_instanceIds; ///< in the order of their chips
};

} // namespace lynceus
