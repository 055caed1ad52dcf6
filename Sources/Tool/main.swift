internal import Commands

await Program.main()
