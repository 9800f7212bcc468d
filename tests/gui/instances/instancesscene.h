#pragma once

#include "app/gui/instances/addinstancedialog.h"
#include "app/gui/instances/importdialog.h"
#include "app/gui/instances/instancerights.h"
#include "app/gui/instances/instancespage.h"
#include "app/gui/instances/instancetext.h"
#include "app/gui/instances/signindialog.h"
#include "app/gui/widgets/pages/banner.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/waiting.h"

#include <QApplication>
#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

#include <algorithm>

#include <gtest/gtest.h>

namespace lynceus {

class InstancesPageTest : public testing::Test
{
protected:
    InstancesPageTest()
    {
        page.resize(1000, 700);
        page.show();
        engine.start();
    }
    ~InstancesPageTest() override { test::drainEvents(); }

    void put(const QString &id, Connection connection)
    {
        InstanceState state;
        state.instance.id = id;
        state.instance.name = id;
        state.instance.baseUrl = QUrl(QStringLiteral("https://%1.example").arg(id));
        state.connection = connection;
        state.user = QStringLiteral("jane");
        engine.putInstance(state);
    }
    [[nodiscard]] qsizetype rightsAsked() const { return engine.calls().filter(QStringLiteral("rights ")).size(); }
    [[nodiscard]] QString rightsOf(const QString &id) const { return page.card(id)->rights().text(); }
    void putProbe(const QString &address, bool sso = true)
    {
        const QUrl url(address);
        engine.putProbe(
            url,
            InstanceProbe{
                .baseUrl = url, .serverVersion = QStringLiteral("v3.1.8"), .ssoOffered = sso, .passwordOffered = true});
    }
    template<typename Dialog>
    [[nodiscard]] Dialog *dialog() const
    {
        test::drainEvents();
        return page.findChild<Dialog *>();
    }
    static QPushButton *button(const QWidget *in, const QString &text)
    {
        for (auto *each : in->findChildren<QPushButton *>()) {
            if (each->text().remove(u'&') == text)
                return each;
        }
        ADD_FAILURE() << "no button " << qPrintable(text);
        return nullptr;
    }
    void menu(const QString &id, const QString &text)
    {
        auto *menu = page.card(id)->menu();
        Q_EMIT menu->aboutToShow();
        for (auto *action : menu->actions()) {
            if (action->text() == text) {
                action->trigger();
                return;
            }
        }
        ADD_FAILURE() << "no entry " << qPrintable(text);
    }

    test::FakeClock clock;
    test::FakeEngine engine{clock};
    InstancesPage page{engine, clock};
};

} // namespace lynceus
