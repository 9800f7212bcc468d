#pragma once

#include "core/engine/facade/applicationview.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QCheckBox;
class QPushButton;
class QRadioButton;
class QStackedWidget;
class QTimer;

namespace lynceus {

class PlainLabel;

class ManifestText;

/// Desired and live manifest of the selected resource, as a unified difference or side by side.
class ManifestTab final : public QWidget
{
    Q_OBJECT
public:
    explicit ManifestTab(QWidget *parent = nullptr);

    void inspect(ApplicationView *view, const std::optional<ResourceNode> &resource);
    /// The tree changed: the live manifest may have changed too.
    void noteChange();
    void clear();
    [[nodiscard]] bool isSideBySide() const;
    void setSideBySide(bool sides);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void addKeys();
    void ask();
    void take(const Result<Manifests> &manifests);
    void showTexts();
    [[nodiscard]] QString headingOfOne() const;
    void showDifference(const QString &live, const QString &desired);
    void showNote(const QString &words);
    void goToChange(int step);
    void copy() const;

    QPointer<ApplicationView> m_view;
    std::optional<ResourceNode> m_resource;
    std::unique_ptr<QObject> m_question;
    std::optional<Manifests> m_manifests;
    QString m_live;    ///< displayed YAML
    QString m_desired; ///< displayed YAML
    std::vector<int> m_changes;
    int m_change = -1;

    PlainLabel *m_heading;
    QRadioButton *m_asDifference;
    QRadioButton *m_asSides;
    QCheckBox *m_whole;
    QPushButton *m_previousChange;
    QPushButton *m_nextChange;
    QPushButton *m_copy;
    QStackedWidget *m_pages;
    ManifestText *m_one;
    ManifestText *m_left;
    ManifestText *m_right;
    PlainLabel *m_note;
    QTimer *m_again;
};

} // namespace lynceus
