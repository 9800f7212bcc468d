#pragma once

#include "app/gui/preferences/shortcutregistry.h"
#include "core/engine/facade/engine.h"
#include "core/engine/notifications/notifications.h"
#include "core/io/desktop/autostart.h"

#include <QDialog>
#include <QMap>

class QLineEdit;
class QListWidget;
class QScrollArea;

namespace lynceus {

class PlainLabel;

class PreferenceForm;

/// A short, searchable list of settings, applied at once: there is no OK button.
class PreferencesDialog final : public QDialog
{
    Q_OBJECT
public:
    PreferencesDialog(Engine &engine, Notifications &notifications, PreferencesFile &preferences,
                      ShortcutRegistry &shortcuts, const Autostart &autostart, QWidget *parent = nullptr);

    /// Called by the buttons after a file was chosen.
    void exportTo(const QString &fileName);
    void importFrom(const QString &fileName);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitCategories();
    void build();
    void addCategories();
    void addAppearance();
    void addLanguage();
    void addZone();
    void addQuitting();
    void addNewWatch();
    void addEnvironments();
    void addHistory();
    void addNotifications();
    void addAuthors();
    void addQuietHours();
    void addStart();
    void addShortcuts();
    void addKey(const ShortcutRegistry::Entry &entry);
    void addExchange();
    void change(const std::function<void(Preferences &)> &apply);
    void say(const QString &sentence);
    void search(const QString &text);
    void chooseCategory(int category);
    /// A combo box for @p choices.
    template<typename Choice>
    void addChoice(const QString &label, const QList<std::pair<QString, Choice>> &choices, Choice Preferences::*member,
                   const QString &words);
    void showNow();
    void addInstances(const std::vector<Instance> &instances);

    Engine &m_engine;
    Notifications &m_notifications;
    PreferencesFile &m_preferences;
    ShortcutRegistry &m_shortcuts;
    Autostart m_autostart;
    QLineEdit *m_search;
    QListWidget *m_categories;
    QScrollArea *m_scroll = nullptr;
    PlainLabel *m_said;
    PlainLabel *m_nothing;
    PreferenceForm *m_form;
    std::vector<std::function<void(const Preferences &)>> m_show; ///< set each control to the stored value
};

} // namespace lynceus
