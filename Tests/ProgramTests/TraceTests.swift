import Testing
@testable import stele
@Suite struct Look {
    @Test func look() throws {
        print(try DemoPage().rendered())
        print(try DemoPage().rendered(.english, colour: true))
        print(try DemoPage("P-0013").rendered(columns: 72))
    }
}
